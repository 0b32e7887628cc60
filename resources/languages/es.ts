<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Answer first: question {numbers}.</source>
        <translation>Responde primero: pregunta {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are not answered yet.</source>
        <translation>
            <numerusform>Falta responder %n pregunta.</numerusform>
            <numerusform>Falta responder %n preguntas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>Todas las preguntas están respondidas.</translation>
    </message>
    <message numerus="yes">
        <source>You marked %n to look at again.</source>
        <translation>
            <numerusform>Marcaste %n para volver a verla.</numerusform>
            <numerusform>Marcaste %n para volver a verlas.</numerusform>
        </translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Todas las preguntas</translation>
    </message>
    <message>
        <source>For “{part}”</source>
        <translation>Para «{part}»</translation>
    </message>
    <message>
        <source>For this test</source>
        <translation>Para esta prueba</translation>
    </message>
    <message>
        <source>For this question</source>
        <translation>Para esta pregunta</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>Se acabó el tiempo</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>Quedan {minutes} min</translation>
    </message>
    <message>
        <source>{score} of {most} points.</source>
        <translation>{score} de {most} puntos.</translation>
    </message>
    <message>
        <source>{score} points.</source>
        <translation>{score} puntos.</translation>
    </message>
    <message>
        <source>Fox</source>
        <comment>a picture</comment>
        <translation>Zorro</translation>
    </message>
    <message>
        <source>Sun</source>
        <comment>a picture</comment>
        <translation>Sol</translation>
    </message>
    <message>
        <source>Leaf</source>
        <comment>a picture</comment>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Star</source>
        <comment>a picture</comment>
        <translation>Estrella</translation>
    </message>
    <message>
        <source>Fish</source>
        <comment>a picture</comment>
        <translation>Pez</translation>
    </message>
    <message>
        <source>Moon</source>
        <comment>a picture</comment>
        <translation>Luna</translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>a picture</comment>
        <translation>Ola</translation>
    </message>
    <message>
        <source>Kite</source>
        <comment>a picture</comment>
        <translation>Cometa</translation>
    </message>
    <message>
        <source>Cat</source>
        <comment>a picture</comment>
        <translation>Gato</translation>
    </message>
    <message>
        <source>Tree</source>
        <comment>a picture</comment>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Owl</source>
        <comment>a picture</comment>
        <translation>Búho</translation>
    </message>
    <message>
        <source>Boat</source>
        <comment>a picture</comment>
        <translation>Barco</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <comment>a picture</comment>
        <translation>Conejo</translation>
    </message>
    <message>
        <source>Rocket</source>
        <comment>a picture</comment>
        <translation>Cohete</translation>
    </message>
    <message>
        <source>Bee</source>
        <comment>a picture</comment>
        <translation>Abeja</translation>
    </message>
    <message>
        <source>Flower</source>
        <comment>a picture</comment>
        <translation>Flor</translation>
    </message>
    <message>
        <source>Frog</source>
        <comment>a picture</comment>
        <translation>Rana</translation>
    </message>
    <message>
        <source>Mountain</source>
        <comment>a picture</comment>
        <translation>Montaña</translation>
    </message>
    <message>
        <source>Bear</source>
        <comment>a picture</comment>
        <translation>Oso</translation>
    </message>
    <message>
        <source>Balloon</source>
        <comment>a picture</comment>
        <translation>Globo</translation>
    </message>
    <message>
        <source>Whale</source>
        <comment>a picture</comment>
        <translation>Ballena</translation>
    </message>
    <message>
        <source>Umbrella</source>
        <comment>a picture</comment>
        <translation>Paraguas</translation>
    </message>
    <message>
        <source>Butterfly</source>
        <comment>a picture</comment>
        <translation>Mariposa</translation>
    </message>
    <message>
        <source>Mushroom</source>
        <comment>a picture</comment>
        <translation>Hongo</translation>
    </message>
    <message>
        <source>Turtle</source>
        <comment>a picture</comment>
        <translation>Tortuga</translation>
    </message>
    <message>
        <source>Snail</source>
        <comment>a picture</comment>
        <translation>Caracol</translation>
    </message>
    <message>
        <source>{subject} {grade}</source>
        <translation>{subject} {grade}</translation>
    </message>
    <message>
        <source>Math</source>
        <translation>Matemáticas</translation>
    </message>
    <message>
        <source>Reading</source>
        <comment>the subject</comment>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Ciencias</translation>
    </message>
    <message>
        <source>Social Studies</source>
        <translation>Estudios sociales</translation>
    </message>
    <message>
        <source>Writing</source>
        <comment>the subject</comment>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a subject</comment>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Your teacher opened “{lesson}”</source>
        <translation>Tu docente abrió «{lesson}»</translation>
    </message>
    <message>
        <source>{minutes} min today</source>
        <translation>{minutes} min hoy</translation>
    </message>
    <message>
        <source>New lessons</source>
        <translation>Lecciones nuevas</translation>
    </message>
    <message>
        <source>Some work could not be sent. It is kept on this computer; please tell your teacher.</source>
        <translation>Parte de tu trabajo no se pudo enviar. Está guardado en esta computadora; avísale a tu docente.</translation>
    </message>
    <message>
        <source>{done} of {target} XP</source>
        <translation>{done} de {target} XP</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n lessons</source>
        <translation>
            <numerusform>{done} de %n lección</numerusform>
            <numerusform>{done} de %n lecciones</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, question {number}</source>
        <translation>{lesson}, pregunta {number}</translation>
    </message>
    <message>
        <source>{lesson}, page {number}</source>
        <translation>{lesson}, página {number}</translation>
    </message>
    <message>
        <source>question {number}</source>
        <translation>pregunta {number}</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>página {number} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>alrededor de %n minuto</numerusform>
            <numerusform>alrededor de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>several days</source>
        <translation>varios días</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a lesson</comment>
        <translation>Terminada</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes focused</source>
        <translation>
            <numerusform>%n minuto de atención</numerusform>
            <numerusform>%n minutos de atención</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>until today</source>
        <translation>hasta hoy</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>hasta mañana</translation>
    </message>
    <message>
        <source>until {weekday}</source>
        <translation>hasta el {weekday}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>hasta el {date}</translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right</source>
        <translation>
            <numerusform>{right} de %n correcta</numerusform>
            <numerusform>{right} de %n correctas</numerusform>
        </translation>
    </message>
    <message>
        <source>{xp} XP</source>
        <translation>{xp} XP</translation>
    </message>
    <message>
        <source>waiting for the school server</source>
        <translation>esperando al servidor de la escuela</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Add a student</source>
        <translation>Agregar estudiante</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elige un dibujo</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Escribe primero un nombre.</translation>
    </message>
    <message>
        <source>Not you? Switch</source>
        <translation>¿No eres tú? Cambiar</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>Sigue donde te quedaste</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>There are no other lessons yet.</source>
        <translation>Todavía no hay otras lecciones.</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Hola, {name}</translation>
    </message>
    <message>
        <source>Choose a lesson to begin.</source>
        <translation>Elige una lección para empezar.</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet. Please tell your teacher.</source>
        <translation>Todavía no hay lecciones en esta computadora. Avísale a tu docente.</translation>
    </message>
    <message>
        <source>This was not me</source>
        <translation>Esto no lo hice yo</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>You can learn. Your work waits on this computer.</source>
        <translation>Puedes aprender. Tu trabajo espera en esta computadora.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Lesson page</source>
        <translation>Página de la lección</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Pregunta {number} de {count}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Página {number} de {count}</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marcada</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Pregunta {number}</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>marcada</translation>
    </message>
    <message>
        <source>on this page</source>
        <translation>en esta página</translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation>{right} de {total}</translation>
    </message>
    <message>
        <source>right</source>
        <comment>answers</comment>
        <translation>correctas</translation>
    </message>
    <message>
        <source>focused</source>
        <comment>time</comment>
        <translation>de atención</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>XP from your school</source>
        <translation>XP de tu escuela</translation>
    </message>
    <message>
        <source>XP</source>
        <translation>XP</translation>
    </message>
    <message>
        <source>Look at my answers</source>
        <translation>Ver mis respuestas</translation>
    </message>
    <message>
        <source>Next: {lesson}</source>
        <translation>Siguiente: {lesson}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Back to lessons</source>
        <translation>Volver a las lecciones</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Mis respuestas</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>¿Sigues ahí?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Your lesson is waiting for you.</source>
        <translation>Tu lección te está esperando.</translation>
    </message>
    <message>
        <source>Other class</source>
        <translation>Otra clase</translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation>¿Quién va a aprender?</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>¡Hola!</translation>
    </message>
    <message>
        <source>For the teacher: {notice}</source>
        <translation>Para docentes: {notice}</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>Para docentes</translation>
    </message>
    <message>
        <source>Choose who you are to begin “{lesson}”.</source>
        <translation>Elige quién eres para empezar «{lesson}».</translation>
    </message>
    <message>
        <source>Choose your class.</source>
        <translation>Elige tu clase.</translation>
    </message>
    <message>
        <source>Choose your picture.</source>
        <translation>Elige tu dibujo.</translation>
    </message>
    <message>
        <source>Add the first student to begin, or join your school.</source>
        <translation>Agrega a la primera persona para empezar, o únete a tu escuela.</translation>
    </message>
    <message>
        <source>Not saved. The disk is full; tell your teacher.</source>
        <translation>No se guardó. El disco está lleno; avísale a tu docente.</translation>
    </message>
    <message>
        <source>Some work cannot be saved. Tell your teacher: close this program and start it again.</source>
        <translation>Parte de tu trabajo no se puede guardar. Dile a tu docente: hay que cerrar este programa y abrirlo otra vez.</translation>
    </message>
    <message>
        <source>Not saved. This computer cannot keep your work right now; tell your teacher.</source>
        <translation>No se guardó. Esta computadora no puede guardar tu trabajo ahora; avísale a tu docente.</translation>
    </message>
    <message>
        <source>This task needs something that this program does not have. It does not count.</source>
        <translation>Esta tarea necesita algo que este programa no tiene. No cuenta.</translation>
    </message>
    <message>
        <source>Time is over here. What you answered is kept.</source>
        <translation>Aquí se acabó el tiempo. Lo que respondiste está guardado.</translation>
    </message>
    <message>
        <source>Handed in. Your teacher will read it.</source>
        <translation>Entregado. Tu docente lo va a leer.</translation>
    </message>
    <message>
        <source>Well done!</source>
        <translation>¡Muy bien!</translation>
    </message>
    <message>
        <source>You got to the end</source>
        <translation>Llegaste al final</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>You have mastered this.</source>
        <translation>Ya dominas este tema.</translation>
    </message>
    <message>
        <source>Take it once more, it will be easier.</source>
        <translation>Hazla una vez más: será más fácil.</translation>
    </message>
    <message>
        <source>You looked again at what was hard.</source>
        <translation>Volviste a mirar lo que era difícil.</translation>
    </message>
    <message>
        <source>You read all of it.</source>
        <translation>Lo leíste todo.</translation>
    </message>
    <message numerus="yes">
        <source>All %n right.</source>
        <translation>
            <numerusform>%n de %n correcta.</numerusform>
            <numerusform>Las %n correctas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n right on the first try.</source>
        <translation>
            <numerusform>Correcta al primer intento: %n de %n.</numerusform>
            <numerusform>Las %n correctas al primer intento.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right.</source>
        <translation>
            <numerusform>{right} de %n correcta.</numerusform>
            <numerusform>{right} de %n correctas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right on the first try.</source>
        <translation>
            <numerusform>{right} de %n correcta al primer intento.</numerusform>
            <numerusform>{right} de %n correctas al primer intento.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what you handed in.</source>
        <translation>Esto es lo que entregaste.</translation>
    </message>
    <message>
        <source>The lesson has changed, and its new questions wait for you.</source>
        <translation>La lección cambió y sus preguntas nuevas te esperan.</translation>
    </message>
    <message>
        <source>Right on the first try.</source>
        <translation>Correcta al primer intento.</translation>
    </message>
    <message>
        <source>You looked at this one again.</source>
        <translation>Volviste a mirar esta pregunta.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Check answer</source>
        <translation>Revisar respuesta</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Look over</source>
        <translation>Repasar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a question</comment>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a question: its time is over</comment>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Right on the first try</source>
        <translation>Correcta al primer intento</translation>
    </message>
    <message>
        <source>Right after another try</source>
        <translation>Correcta en otro intento</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Todavía no es correcta</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Your pairs</source>
        <translation>Tus parejas</translation>
    </message>
    <message>
        <source>Now choose what goes with it.</source>
        <translation>Ahora elige con qué va.</translation>
    </message>
    <message>
        <source>Tap two that belong together, or drag one onto the other.</source>
        <translation>Toca dos que vayan juntas, o arrastra una sobre la otra.</translation>
    </message>
    <message>
        <source>Press one again to take it back first.</source>
        <translation>Primero presiona una otra vez para quitarla.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Your drawing is kept, but this program cannot show it. Draw to make a new one.</source>
        <translation>Tu dibujo está guardado, pero este programa no puede mostrarlo. Dibuja para hacer uno nuevo.</translation>
    </message>
    <message>
        <source>Draw with the mouse, a finger or a pen.</source>
        <translation>Dibuja con el ratón, el dedo o un lápiz.</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Café</translation>
    </message>
    <message>
        <source>Thin</source>
        <comment>a pen</comment>
        <translation>Fino</translation>
    </message>
    <message>
        <source>Middle</source>
        <comment>a pen</comment>
        <translation>Mediano</translation>
    </message>
    <message>
        <source>Thick</source>
        <comment>a pen</comment>
        <translation>Grueso</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Tu respuesta</translation>
    </message>
    <message>
        <source>Write your answer</source>
        <translation>Escribe tu respuesta</translation>
    </message>
    <message>
        <source>{number}.</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{question}, answer {number}</source>
        <translation>{question}, respuesta {number}</translation>
    </message>
    <message>
        <source>This is not written as it is asked for.</source>
        <translation>No está escrito como se pide.</translation>
    </message>
    <message>
        <source>Now choose a gap for it.</source>
        <translation>Ahora elige un espacio para ponerla.</translation>
    </message>
    <message>
        <source>Now choose what goes into the gap.</source>
        <translation>Ahora elige qué va en el espacio.</translation>
    </message>
    <message>
        <source>Tap a word and then its gap, or drag it there.</source>
        <translation>Toca una palabra y luego su espacio, o arrástrala hasta ahí.</translation>
    </message>
    <message>
        <source>Every gap is filled. Tap one to take its word out again.</source>
        <translation>Todos los espacios están llenos. Toca uno para sacar su palabra.</translation>
    </message>
    <message>
        <source>Joined with {places}</source>
        <translation>Unido con {places}</translation>
    </message>
    <message>
        <source>Now choose what it belongs to.</source>
        <translation>Ahora elige con qué va.</translation>
    </message>
    <message>
        <source>Press two places that belong together, or pull a line between them.</source>
        <translation>Presiona dos lugares que vayan juntos, o traza una línea entre ellos.</translation>
    </message>
    <message>
        <source>Holds {things}</source>
        <translation>Contiene {things}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Now choose where it goes.</source>
        <translation>Ahora elige dónde va.</translation>
    </message>
    <message>
        <source>Now choose what goes there.</source>
        <translation>Ahora elige qué va ahí.</translation>
    </message>
    <message>
        <source>Drag each to its place, or press it and then the place.</source>
        <translation>Arrastra cada cosa a su lugar, o presiónala y luego presiona el lugar.</translation>
    </message>
    <message>
        <source>That is all you can choose. Press one again to take it back.</source>
        <translation>Ya no puedes elegir más. Presiona una otra vez para quitarla.</translation>
    </message>
    <message>
        <source>All have a number. Press one again to take it back.</source>
        <translation>Todos tienen número. Presiona uno otra vez para quitarlo.</translation>
    </message>
    <message>
        <source>Choose which is number {number}.</source>
        <translation>Elige cuál es el número {number}.</translation>
    </message>
    <message>
        <source>Choose a place on the picture.</source>
        <translation>Elige un lugar en la imagen.</translation>
    </message>
    <message>
        <source>Choose the words in the text.</source>
        <translation>Elige las palabras en el texto.</translation>
    </message>
    <message>
        <source>That is all you can choose. Tap one of yours to take it back.</source>
        <translation>Ya no puedes elegir más. Toca una de las tuyas para quitarla.</translation>
    </message>
    <message>
        <source>Blank</source>
        <comment>a place in a text to be filled</comment>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elige…</translation>
    </message>
    <message>
        <source>Tap two that belong together, or drag them.</source>
        <translation>Toca dos que vayan juntas, o arrástralas.</translation>
    </message>
    <message>
        <source>All have one. Tap an answer to take it out again.</source>
        <translation>Ya todas tienen una. Toca una respuesta para sacarla.</translation>
    </message>
    <message>
        <source>Tick what belongs together.</source>
        <translation>Marca lo que va junto.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin esto</translation>
    </message>
    <message>
        <source>This sound or film cannot be played.</source>
        <translation>Este sonido o video no se puede reproducir.</translation>
    </message>
    <message>
        <source>Sounds and films cannot be played on this computer yet. Whoever looks after it can add that: install timeback-kiosk with its extra “media”.</source>
        <translation>Esta computadora todavía no puede reproducir sonidos ni videos. Quien la cuida puede agregarlo: instalar timeback-kiosk con su extra «media».</translation>
    </message>
    <message>
        <source>That was all: it can be played no more.</source>
        <translation>Eso fue todo: ya no se puede reproducir más.</translation>
    </message>
    <message numerus="yes">
        <source>It can be played %n times.</source>
        <translation>
            <numerusform>Se puede reproducir %n vez.</numerusform>
            <numerusform>Se puede reproducir %n veces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Played %n times.</source>
        <translation>
            <numerusform>Reproducido %n vez.</numerusform>
            <numerusform>Reproducido %n veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Tu orden</translation>
    </message>
    <message>
        <source>The right order</source>
        <translation>El orden correcto</translation>
    </message>
    <message>
        <source>That is all you can choose. Press one again to take it out first.</source>
        <translation>Ya no puedes elegir más. Primero presiona una otra vez para sacarla.</translation>
    </message>
    <message>
        <source>Now choose the place where it goes.</source>
        <translation>Ahora elige el lugar donde va.</translation>
    </message>
    <message>
        <source>Drag them into order, or tap one and then the place where it goes.</source>
        <translation>Arrástralas para ordenarlas, o toca una y luego el lugar donde va.</translation>
    </message>
    <message>
        <source>Drag the rows into order, or use the arrows.</source>
        <translation>Arrastra las filas para ordenarlas, o usa las flechas.</translation>
    </message>
    <message>
        <source>Tap them in their order.</source>
        <translation>Tócalas en su orden.</translation>
    </message>
    <message>
        <source>{thing} that was missed</source>
        <translation>{thing} que faltó</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Drag it to move it. Press it to take it away.</source>
        <translation>Arrástralo para moverlo. Presiónalo para quitarlo.</translation>
    </message>
    <message>
        <source>Drag it onto the picture, or press the picture where it goes.</source>
        <translation>Arrástralo a la imagen, o presiona la imagen donde va.</translation>
    </message>
    <message>
        <source>All are on the picture</source>
        <translation>Todos están en la imagen</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>things to put on a picture</comment>
        <translation>
            <numerusform>Queda %n</numerusform>
            <numerusform>Quedan %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Put one on the picture: {thing}</source>
        <translation>Poner en la imagen: {thing}</translation>
    </message>
    <message>
        <source>Point</source>
        <comment>a place on a picture</comment>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>Agregar un punto</translation>
    </message>
    <message>
        <source>Drag a point to move it. Press it to take it away.</source>
        <translation>Arrastra un punto para moverlo. Presiónalo para quitarlo.</translation>
    </message>
    <message>
        <source>Press the right place on the picture.</source>
        <translation>Presiona el lugar correcto en la imagen.</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Deslizador</translation>
    </message>
    <message>
        <source>Move the slider to your answer.</source>
        <translation>Mueve el deslizador hasta tu respuesta.</translation>
    </message>
    <message>
        <source>The right answer: {answer}</source>
        <translation>La respuesta correcta: {answer}</translation>
    </message>
    <message>
        <source>A number, such as 3, 0.5 or 1/2</source>
        <translation>Un número, como 3, 0.5 o 1/2</translation>
    </message>
    <message>
        <source>Type your answer</source>
        <translation>Escribe tu respuesta</translation>
    </message>
    <message>
        <source>This task needs {thing}, which this program does not have. It does not count.</source>
        <translation>Esta tarea necesita {thing}, y este programa no lo tiene. No cuenta.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>Suelta un archivo aquí, o elige uno.</translation>
    </message>
    <message>
        <source>Handed in, {size}</source>
        <translation>Entregado, {size}</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>ningún archivo todavía</translation>
    </message>
    <message>
        <source>Choose a file to hand in</source>
        <translation>Elige un archivo para entregar</translation>
    </message>
    <message>
        <source>What can be handed in</source>
        <translation>Lo que se puede entregar</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Leyendo {file}…</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}; choose another file.</source>
        <translation>{file} no se puede leer: {reason}; elige otro archivo.</translation>
    </message>
    <message>
        <source>{file} is of another kind; this takes {kinds}.</source>
        <translation>{file} es de otro tipo; aquí se aceptan: {kinds}.</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>sonidos</translation>
    </message>
    <message>
        <source>films</source>
        <translation>videos</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textos</translation>
    </message>
    <message>
        <source>Any kind, up to {most} MiB</source>
        <translation>De cualquier tipo, hasta {most} MiB</translation>
    </message>
    <message>
        <source>{kinds}, up to {most} MiB</source>
        <translation>{kinds}, hasta {most} MiB</translation>
    </message>
    <message>
        <source>{size} MiB</source>
        <translation>{size} MiB</translation>
    </message>
    <message>
        <source>{size} KiB</source>
        <translation>{size} KiB</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Guardado en esta computadora</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Con atención</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Sin actividad</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>A word to your teacher</source>
        <translation>Unas palabras para tu docente</translation>
    </message>
    <message>
        <source>About this question, if you like. It is no part of your answer.</source>
        <translation>Sobre esta pregunta, si quieres. No es parte de tu respuesta.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes</source>
        <translation>
            <numerusform>%n minuto de atención</numerusform>
            <numerusform>%n minutos de atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n focused minutes</source>
        <translation>
            <numerusform>{done} de %n minuto de atención</numerusform>
            <numerusform>{done} de %n minutos de atención</numerusform>
        </translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Goal {minutes}</source>
        <translation>Meta: {minutes}</translation>
    </message>
    <message>
        <source>Your minutes will grow here.</source>
        <translation>Aquí crecerán tus minutos.</translation>
    </message>
    <message>
        <source>XP this week</source>
        <translation>XP de esta semana</translation>
    </message>
    <message>
        <source>Your goal for today is {minutes}.</source>
        <translation>Tu meta de hoy es {minutes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more to your goal of {goal}</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>Falta %n para tu meta de {goal}</numerusform>
            <numerusform>Faltan %n para tu meta de {goal}</numerusform>
        </translation>
    </message>
    <message>
        <source>You reached your goal.</source>
        <translation>Alcanzaste tu meta.</translation>
    </message>
    <message>
        <source>Drawing: {picture}</source>
        <translation>Dibujo: {picture}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Arrows move the pen, Space puts it down and lifts it.</source>
        <translation>Las flechas mueven el lápiz; la barra espaciadora lo baja y lo levanta.</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>¡Correcto!</translation>
    </message>
    <message>
        <source>Part of this is right.</source>
        <translation>Una parte está bien.</translation>
    </message>
    <message>
        <source>Now you know it for next time.</source>
        <translation>Ahora ya lo sabes para la próxima vez.</translation>
    </message>
    <message>
        <source>Part of this is right. Try once more.</source>
        <translation>Una parte está bien. Inténtalo otra vez.</translation>
    </message>
    <message>
        <source>Not yet. Try once more.</source>
        <translation>Todavía no. Inténtalo otra vez.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>Gap in “{sentence}”: {word}</source>
        <translation>Espacio en «{sentence}»: {word}</translation>
    </message>
    <message>
        <source>Gap: {word}</source>
        <translation>Espacio: {word}</translation>
    </message>
    <message>
        <source>{thing}, on: {place}</source>
        <translation>{thing}, en: {place}</translation>
    </message>
    <message>
        <source>Take out {thing}, on: {place}</source>
        <translation>Sacar {thing}, en: {place}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} y {other}</translation>
    </message>
    <message>
        <source>Take away the line between {places}</source>
        <translation>Quitar la línea entre {places}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message numerus="yes">
        <source>%n entered</source>
        <comment>digits or pictures of a secret</comment>
        <translation>
            <numerusform>%n puesto</numerusform>
            <numerusform>%n puestos</numerusform>
        </translation>
    </message>
    <message>
        <source>My answers: {lesson}</source>
        <translation>Mis respuestas: {lesson}</translation>
    </message>
    <message>
        <source>{one}, nothing yet</source>
        <translation>{one}, nada todavía</translation>
    </message>
    <message>
        <source>Nothing yet for {one}</source>
        <translation>Nada todavía para {one}</translation>
    </message>
    <message>
        <source>{one}, with {other}</source>
        <translation>{one}, con {other}</translation>
    </message>
    <message>
        <source>Take out {thing}</source>
        <translation>Sacar {thing}</translation>
    </message>
    <message>
        <source>Move up: {row}</source>
        <translation>Mover hacia arriba: {row}</translation>
    </message>
    <message>
        <source>Move down: {row}</source>
        <translation>Mover hacia abajo: {row}</translation>
    </message>
    <message>
        <source>{place} of {count}: {row}, picked up</source>
        <translation>{place} de {count}: {row}, en la mano</translation>
    </message>
    <message>
        <source>{place} of {count}: {row}</source>
        <translation>{place} de {count}: {row}</translation>
    </message>
    <message>
        <source>{choice}, take it out</source>
        <translation>{choice}, sacar</translation>
    </message>
    <message>
        <source>{one} and {other} are a pair</source>
        <translation>{one} y {other} son pareja</translation>
    </message>
    <message>
        <source>Take apart {one} and {other}</source>
        <translation>Separar {one} y {other}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Place in the film</source>
        <translation>Momento del video</translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation>Momento del sonido</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Pause: {what}</source>
        <translation>Pausar: {what}</translation>
    </message>
    <message>
        <source>Play: {what}</source>
        <translation>Reproducir: {what}</translation>
    </message>
    <message>
        <source>{time} of {length}</source>
        <translation>{time} de {length}</translation>
    </message>
    <message>
        <source>{percent} percent done</source>
        <translation>{percent} por ciento hecho</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n intento</numerusform>
            <numerusform>%n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>One try</source>
        <translation>Un intento</translation>
    </message>
    <message>
        <source>Try {number} of {count}</source>
        <translation>Intento {number} de {count}</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Esta imagen no se puede mostrar.</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>sin respuesta todavía</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>De {low} a {high}</translation>
    </message>
    <message>
        <source>Place {number} of {count}</source>
        <translation>Lugar {number} de {count}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message numerus="yes">
        <source>%n students</source>
        <translation>
            <numerusform>%n estudiante</numerusform>
            <numerusform>%n estudiantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Join your school</source>
        <translation>Únete a tu escuela</translation>
    </message>
    <message>
        <source>With a code</source>
        <translation>Con un código</translation>
    </message>
    <message>
        <source>blank</source>
        <comment>a place in a text to be filled, read out</comment>
        <translation>espacio</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>an answer</comment>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>The right answer</source>
        <translation>La respuesta correcta</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Esta no</translation>
    </message>
    <message>
        <source>Not in this place</source>
        <translation>En este lugar no</translation>
    </message>
    <message>
        <source>Focused minutes this week</source>
        <translation>Minutos de atención esta semana</translation>
    </message>
    <message>
        <source>Your goal is {minutes} a day.</source>
        <translation>Tu meta es de {minutes} al día.</translation>
    </message>
    <message numerus="yes">
        <source>You can go on in %n seconds.</source>
        <translation>
            <numerusform>Puedes seguir en %n segundo.</numerusform>
            <numerusform>Puedes seguir en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer this question first.</source>
        <translation>Responde primero esta pregunta.</translation>
    </message>
    <message>
        <source>{file} has {size} MiB, and a file that is handed in may have {most} MiB; choose a smaller one.</source>
        <translation>{file} tiene {size} MiB, y un archivo para entregar puede tener {most} MiB; elige uno más pequeño.</translation>
    </message>
    <message numerus="yes">
        <source>Write at least %n answers.</source>
        <translation>
            <numerusform>Escribe al menos %n respuesta.</numerusform>
            <numerusform>Escribe al menos %n respuestas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Elige una o más.</translation>
    </message>
    <message>
        <source>Choose one or more answers first.</source>
        <translation>Elige primero una o más respuestas.</translation>
    </message>
    <message>
        <source>Choose no more than {count}.</source>
        <translation>No elijas más de {count}.</translation>
    </message>
    <message>
        <source>Choose something for each one first.</source>
        <translation>Elige primero algo para cada una.</translation>
    </message>
    <message numerus="yes">
        <source>Some belong with at least %n others.</source>
        <translation>
            <numerusform>Algunas van al menos con otra (%n).</numerusform>
            <numerusform>Algunas van al menos con otras %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make no more than one pair.</source>
        <translation>No hagas más de una pareja.</translation>
    </message>
    <message numerus="yes">
        <source>Make no more than %n pairs.</source>
        <translation>
            <numerusform>No hagas más de %n pareja.</numerusform>
            <numerusform>No hagas más de %n parejas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch all of it first.</source>
        <translation>Primero míralo todo.</translation>
    </message>
    <message>
        <source>Listen to all of it first.</source>
        <translation>Primero escúchalo todo.</translation>
    </message>
    <message numerus="yes">
        <source>Watch all of it %n times first.</source>
        <translation>
            <numerusform>Primero míralo todo %n vez.</numerusform>
            <numerusform>Primero míralo todo %n veces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listen to all of it %n times first.</source>
        <translation>
            <numerusform>Primero escúchalo todo %n vez.</numerusform>
            <numerusform>Primero escúchalo todo %n veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose {count}.</source>
        <translation>Elige {count}.</translation>
    </message>
    <message>
        <source>Choose {few} or {most}.</source>
        <translation>Elige {few} o {most}.</translation>
    </message>
    <message>
        <source>Choose {few} to {most}.</source>
        <translation>Elige de {few} a {most}.</translation>
    </message>
    <message>
        <source>Choose up to {count}.</source>
        <translation>Elige hasta {count}.</translation>
    </message>
    <message>
        <source>Choose at least {count}.</source>
        <translation>Elige al menos {count}.</translation>
    </message>
    <message>
        <source>Make one pair.</source>
        <translation>Haz una pareja.</translation>
    </message>
    <message numerus="yes">
        <source>Make %n pairs.</source>
        <translation>
            <numerusform>Haz %n pareja.</numerusform>
            <numerusform>Haz %n parejas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} or %n pairs.</source>
        <translation>
            <numerusform>Haz {few} o %n pareja.</numerusform>
            <numerusform>Haz {few} o %n parejas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} to %n pairs.</source>
        <translation>
            <numerusform>Haz de {few} a %n pareja.</numerusform>
            <numerusform>Haz de {few} a %n parejas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make up to %n pairs.</source>
        <translation>
            <numerusform>Haz hasta %n pareja.</numerusform>
            <numerusform>Haz hasta %n parejas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make at least %n pairs.</source>
        <translation>
            <numerusform>Haz al menos %n pareja.</numerusform>
            <numerusform>Haz al menos %n parejas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Elige primero una respuesta.</translation>
    </message>
    <message>
        <source>Type your answer first.</source>
        <translation>Escribe primero tu respuesta.</translation>
    </message>
    <message>
        <source>Write your answer first.</source>
        <translation>Escribe primero tu respuesta.</translation>
    </message>
    <message>
        <source>This is still mixed up. Put it in order first.</source>
        <translation>Esto todavía está revuelto. Primero ponlo en orden.</translation>
    </message>
    <message>
        <source>Make a pair first.</source>
        <translation>Haz primero una pareja.</translation>
    </message>
    <message>
        <source>Fill a gap first.</source>
        <translation>Llena primero un espacio.</translation>
    </message>
    <message>
        <source>Choose a place in the text first.</source>
        <translation>Elige primero un lugar en el texto.</translation>
    </message>
    <message>
        <source>Choose a place on the picture first.</source>
        <translation>Elige primero un lugar en la imagen.</translation>
    </message>
    <message>
        <source>Choose every place on the picture, one after another.</source>
        <translation>Elige todos los lugares de la imagen, uno tras otro.</translation>
    </message>
    <message>
        <source>Join two places first.</source>
        <translation>Une primero dos lugares.</translation>
    </message>
    <message>
        <source>Put something on the picture first.</source>
        <translation>Pon primero algo en la imagen.</translation>
    </message>
    <message>
        <source>Touch the picture first.</source>
        <translation>Toca primero la imagen.</translation>
    </message>
    <message>
        <source>Put it on the picture first.</source>
        <translation>Ponlo primero en la imagen.</translation>
    </message>
    <message>
        <source>Move the slider first.</source>
        <translation>Mueve primero el deslizador.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Elige primero un archivo.</translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation>Dibuja primero algo.</translation>
    </message>
    <message>
        <source>Only one pair. Take it apart first.</source>
        <translation>Solo una pareja. Primero sepárala.</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n pairs. Take one apart first.</source>
        <translation>
            <numerusform>No más de %n pareja. Primero sepárala.</numerusform>
            <numerusform>No más de %n parejas. Primero separa una.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these has all it can have. Take it out of a pair first.</source>
        <translation>Una de estas ya tiene todas las que puede tener. Primero sácala de una pareja.</translation>
    </message>
    <message>
        <source>Choose two that are not the same.</source>
        <translation>Elige dos que no sean la misma.</translation>
    </message>
    <message>
        <source>These two are a pair already.</source>
        <translation>Estas dos ya son pareja.</translation>
    </message>
    <message>
        <source>These two cannot go together.</source>
        <translation>Estas dos no pueden ir juntas.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of about %n words</source>
        <translation>
            <numerusform>{count} de cerca de %n palabra</numerusform>
            <numerusform>{count} de unas %n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>Texto y colores</translation>
    </message>
    <message>
        <source>Keys to type with</source>
        <translation>Teclas para escribir</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Cifras y signos</translation>
    </message>
    <message>
        <source>Letters with accents</source>
        <translation>Letras con acento</translation>
    </message>
    <message>
        <source>Another alphabet</source>
        <translation>Otro alfabeto</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Put the keys away</source>
        <translation>Guardar las teclas</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>More signs</source>
        <translation>Más signos</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
</context>
</TS>

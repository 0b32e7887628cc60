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
        <source>It lets the student try again now.</source>
        <translation>Así el estudiante puede volver a intentarlo ahora.</translation>
    </message>
    <message>
        <source>It gives today&apos;s work to whoever did it.</source>
        <translation>El trabajo de hoy pasa a quien lo hizo.</translation>
    </message>
    <message>
        <source>Only a teacher can close the kiosk.</source>
        <translation>Solo un docente puede cerrar el kiosco.</translation>
    </message>
    <message>
        <source>New lesson: {title}</source>
        <translation>Lección nueva: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n new lessons: {titles}</source>
        <translation>
            <numerusform>%n lección nueva: {titles}</numerusform>
            <numerusform>%n lecciones nuevas: {titles}</numerusform>
        </translation>
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
        <source>Battery low. Tell your teacher.</source>
        <translation>Queda poca batería. Avisa a tu docente.</translation>
    </message>
    <message>
        <source>Battery almost empty. Tell your teacher now.</source>
        <translation>La batería casi se acaba. Avisa ya a tu docente.</translation>
    </message>
    <message>
        <source>Your work is saved.</source>
        <translation>Tu trabajo está guardado.</translation>
    </message>
    <message>
        <source>Your teacher opened “{lesson}” for you.</source>
        <translation>Tu docente te abrió “{lesson}”.</translation>
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
    <message numerus="yes">
        <source>%n messages are sent from here again.</source>
        <translation>
            <numerusform>%n mensaje se vuelve a enviar desde aquí.</numerusform>
            <numerusform>%n mensajes se vuelven a enviar desde aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages count as delivered.</source>
        <translation>
            <numerusform>%n mensaje cuenta como entregado.</numerusform>
            <numerusform>%n mensajes cuentan como entregados.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of the work of {name} is in {folder}.</source>
        <translation>Una copia del trabajo de {name} está en {folder}.</translation>
    </message>
    <message>
        <source>This student is not on this computer any more.</source>
        <translation>Este estudiante ya no está en esta computadora.</translation>
    </message>
    <message>
        <source>Timeback Kiosk, blank display</source>
        <translation>Timeback Kiosk, pantalla vacía</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons begin with “{asked}”: {lessons}. Say which one.</source>
        <translation>
            <numerusform>%n lección empieza con “{asked}”: {lessons}. Hay que decir cuál.</numerusform>
            <numerusform>%n lecciones empiezan con “{asked}”: {lessons}. Hay que decir cuál.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no lessons on this computer; add some first.</source>
        <translation>No hay lecciones en esta computadora; primero hay que agregar algunas.</translation>
    </message>
    <message>
        <source>There is no lesson “{asked}” on this computer.</source>
        <translation>No hay ninguna lección “{asked}” en esta computadora.</translation>
    </message>
    <message>
        <source>Did you mean {lesson}?</source>
        <translation>¿Quizás {lesson}?</translation>
    </message>
    <message>
        <source>There are: {lessons}.</source>
        <translation>Hay: {lessons}.</translation>
    </message>
    <message>
        <source>Open “{lesson}”?</source>
        <translation>¿Abrir “{lesson}”?</translation>
    </message>
    <message>
        <source>Open “{lesson}” for {name}?</source>
        <translation>¿Abrir “{lesson}” para {name}?</translation>
    </message>
    <message>
        <source>A link asks for this lesson.</source>
        <translation>Un enlace pide esta lección.</translation>
    </message>
    <message>
        <source>“{lesson}” is kept. You can go on with it later.</source>
        <translation>“{lesson}” queda guardada. Puedes seguir más tarde.</translation>
    </message>
    <message>
        <source>“{lesson}” is kept. {name} can go on with it later.</source>
        <translation>“{lesson}” queda guardada. {name} puede seguir más tarde.</translation>
    </message>
    <message numerus="yes">
        <source>{lessons} and %n more</source>
        <translation>
            <numerusform>{lessons} y %n más</numerusform>
            <numerusform>{lessons} y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, since {start}, still going on</source>
        <translation>{lesson}, desde las {start}, aún en curso</translation>
    </message>
    <message>
        <source>{lesson}, {start} to {end}</source>
        <translation>{lesson}, de {start} a {end}</translation>
    </message>
    <message>
        <source>{time} not sent yet: can move.</source>
        <translation>{time} sin enviar: se puede pasar.</translation>
    </message>
    <message>
        <source>{time} already sent: stays with {name}.</source>
        <translation>{time} ya enviado: se queda con {name}.</translation>
    </message>
    <message>
        <source>The result was sent already.</source>
        <translation>El resultado ya se envió.</translation>
    </message>
    <message>
        <source>{lesson}, {start}: {time} and the answers are with {name} now.</source>
        <translation>{lesson}, {start}: {time} y las respuestas son ahora de {name}.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>el resultado</translation>
    </message>
    <message>
        <source>Sent already in the name of {name}, to be put right in Timeback: {what}.</source>
        <translation>Ya enviado a nombre de {name}, por corregir en Timeback: {what}.</translation>
    </message>
    <message>
        <source>{lesson}, {start}: {reason}</source>
        <translation>{lesson}, {start}: {reason}</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Connect to Timeback</source>
        <translation>Conectar con Timeback</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Clave de acceso</translation>
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
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation>Unirse con un código</translation>
    </message>
    <message>
        <source>For {name}. Your teacher has the address and the token.</source>
        <translation>Para {name}. Tu docente tiene la dirección y la clave.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Type the server address first.</source>
        <translation>Primero escribe la dirección del servidor.</translation>
    </message>
    <message>
        <source>Type the token first.</source>
        <translation>Primero escribe la clave de acceso.</translation>
    </message>
    <message>
        <source>Eyes to the front</source>
        <translation>Miren al frente</translation>
    </message>
    <message>
        <source>Your answers are kept. You can go on in a moment.</source>
        <translation>Tus respuestas están guardadas. Podrás seguir en un momento.</translation>
    </message>
    <message>
        <source>Join your school</source>
        <translation>Únete a tu escuela</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Your teacher has the code and the address. Then your class is on this computer.</source>
        <translation>Tu docente tiene el código y la dirección. Después, tu clase estará en esta computadora.</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Uniéndose</translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>Primero escribe el código.</translation>
    </message>
    <message>
        <source>Type the address first.</source>
        <translation>Primero escribe la dirección.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>{title}: {choice}</source>
        <translation>{title}: {choice}</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>Texto y colores</translation>
    </message>
    <message>
        <source>The sun warms the sea. Water rises as vapour, cools high up, and falls again as rain.</source>
        <translation>El sol calienta el mar. El agua sube como vapor, se enfría en lo alto y vuelve a caer como lluvia.</translation>
    </message>
    <message>
        <source>Clear letters</source>
        <translation>Letras claras</translation>
    </message>
    <message>
        <source>Letters for beginners</source>
        <translation>Letras para principiantes</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Room between lines</source>
        <translation>Espacio entre líneas</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>There is no teacher&apos;s PIN yet</source>
        <translation>Todavía no hay PIN de docente</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>Kiosk mode can only be left with the teacher&apos;s PIN, so a teacher sets it before students come.</source>
        <translation>Del modo kiosco solo se sale con el PIN de docente; por eso se define antes de que lleguen los estudiantes.</translation>
    </message>
    <message>
        <source>Run “kiosk teacher-pin” as the user whom this program runs as. Then it goes on here by itself.</source>
        <translation>Ejecutar “kiosk teacher-pin” con el usuario de este programa. Después sigue aquí por sí solo.</translation>
    </message>
    <message>
        <source>Or close the program, start it with “kiosk --mode window”, and choose the PIN behind the lock.</source>
        <translation>O cerrar el programa, iniciarlo con “kiosk --mode window” y elegir el PIN en el candado.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>This was not {name}</source>
        <translation>No era {name}</translation>
    </message>
    <message>
        <source>{name} has no lessons of today on this computer.</source>
        <translation>{name} no tiene lecciones de hoy en esta computadora.</translation>
    </message>
    <message>
        <source>Which lessons were somebody else&apos;s?</source>
        <translation>¿Qué lecciones eran de otra persona?</translation>
    </message>
    <message>
        <source>Who was it really?</source>
        <translation>¿Quién era en realidad?</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>the work was moved</comment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose the lessons and the student first.</source>
        <translation>Primero hay que elegir las lecciones y el estudiante.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Now try again.</source>
        <translation>Ahora inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {time}.</source>
        <translation>Demasiados intentos fallidos. Espera {time}.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Tu PIN</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>Tus imágenes</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>Para docentes</translation>
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
        <source>Hello, {name}!</source>
        <translation>¡Hola, {name}!</translation>
    </message>
    <message>
        <source>Choose your 3 pictures.</source>
        <translation>Elige tus 3 imágenes.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Escribe tu PIN.</translation>
    </message>
    <message>
        <source>Ask your teacher, or wait {time}.</source>
        <translation>Pide ayuda a tu docente o espera {time}.</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Abrir ahora</translation>
    </message>
    <message numerus="yes">
        <source>It opens in %n seconds.</source>
        <translation>
            <numerusform>Se abre en %n segundo.</numerusform>
            <numerusform>Se abre en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not it. Try again.</source>
        <translation>No es correcto. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Guardar como tabla</translation>
    </message>
    <message>
        <source>Launch a lesson</source>
        <translation>Abrir una lección</translation>
    </message>
    <message>
        <source>last here: {when}</source>
        <translation>última vez aquí: {when}</translation>
    </message>
    <message>
        <source>focused: {time}</source>
        <translation>con atención: {time}</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Estudiante</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Focused</source>
        <comment>a column of focused minutes</comment>
        <translation>Atención</translation>
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
        <source>Work is</source>
        <comment>a column: where a student&apos;s work is</comment>
        <translation>El trabajo está</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
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
        <source>Import lessons</source>
        <translation>Importar lecciones</translation>
    </message>
    <message>
        <source>QTI, Common Cartridge, GIFT, Aiken and text2qti files, or lessons of our own. Drop them here.</source>
        <translation>Archivos QTI, Common Cartridge, GIFT, Aiken y text2qti, o lecciones propias. Se pueden soltar aquí.</translation>
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
        <source>One moment, your lessons are coming.</source>
        <translation>Un momento, tus lecciones ya vienen.</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet. Please tell your teacher.</source>
        <translation>Todavía no hay lecciones en esta computadora. Avísale a tu docente.</translation>
    </message>
    <message>
        <source>More lessons</source>
        <translation>Más lecciones</translation>
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
        <source>Add a class list</source>
        <translation>Añadir una lista de clase</translation>
    </message>
    <message>
        <source>A text file with a name in each line, or a table (CSV) whose first line says “name” and “class”.</source>
        <translation>Un archivo de texto con un nombre en cada línea, o una tabla (CSV) cuya primera línea dice «nombre» y «clase».</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Estudiantes</translation>
    </message>
    <message numerus="yes">
        <source>And %n more. The command “kiosk lesson import” tells them all.</source>
        <translation>
            <numerusform>Y %n más. El comando “kiosk lesson import” los dice todos.</numerusform>
            <numerusform>Y %n más. El comando “kiosk lesson import” los dice todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry work away</source>
        <translation>Llevar el trabajo</translation>
    </message>
    <message>
        <source>Take work in</source>
        <translation>Recibir trabajo</translation>
    </message>
    <message>
        <source>Where this computer cannot reach the server: carry what waits to one that can, in a sealed file.</source>
        <translation>Si esta computadora no llega al servidor: lo que espera se lleva en un archivo sellado a una que sí llegue.</translation>
    </message>
    <message>
        <source>Work on a stick</source>
        <translation>Trabajo en una memoria USB</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Leave kiosk mode</source>
        <translation>Salir del modo kiosco</translation>
    </message>
    <message>
        <source>Go back to kiosk mode</source>
        <translation>Volver al modo kiosco</translation>
    </message>
    <message>
        <source>Students cannot leave this program.</source>
        <translation>Los estudiantes no pueden salir de este programa.</translation>
    </message>
    <message>
        <source>Anybody can leave this program now.</source>
        <translation>Ahora cualquiera puede salir de este programa.</translation>
    </message>
    <message>
        <source>Kiosk mode</source>
        <translation>Modo kiosco</translation>
    </message>
    <message>
        <source>Given to the right student</source>
        <translation>Asignado al estudiante correcto</translation>
    </message>
    <message>
        <source>What had been sent before stays to be put right in Timeback.</source>
        <translation>Lo que ya se había enviado queda por corregir en Timeback.</translation>
    </message>
    <message>
        <source>The teacher&apos;s panel of this computer.</source>
        <translation>El panel de docentes de esta computadora.</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importar {file}</translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>Importar %n archivo</numerusform>
            <numerusform>Importar %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>As the files say</source>
        <translation>Como digan los archivos</translation>
    </message>
    <message>
        <source>Another course</source>
        <translation>Otro curso</translation>
    </message>
    <message>
        <source>Subject and grade</source>
        <translation>Materia y grado</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Which course are the lessons for?</source>
        <translation>¿Para qué curso son las lecciones?</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n pregunta</numerusform>
            <numerusform>%n preguntas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>alrededor de %n minuto</numerusform>
            <numerusform>alrededor de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>now version {version}</source>
        <translation>ahora versión {version}</translation>
    </message>
    <message>
        <source>version {version} as before</source>
        <translation>versión {version}, como antes</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons imported.</source>
        <translation>
            <numerusform>%n lección importada.</numerusform>
            <numerusform>%n lecciones importadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with loss.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>%n de ellas con pérdidas.</numerusform>
            <numerusform>%n de ellas con pérdidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>%n rechazada.</numerusform>
            <numerusform>%n rechazadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which lesson?</source>
        <translation>¿Qué lección?</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet.</source>
        <translation>Todavía no hay lecciones en esta computadora.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN nuevo</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Imágenes nuevas</translation>
    </message>
    <message>
        <source>A PIN</source>
        <translation>Un PIN</translation>
    </message>
    <message>
        <source>3 pictures</source>
        <translation>3 imágenes</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>Sin secreto</translation>
    </message>
    <message>
        <source>New secret for {name}</source>
        <translation>Secreto nuevo para {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n digits.</source>
        <translation>
            <numerusform>%n cifra.</numerusform>
            <numerusform>%n cifras.</numerusform>
        </translation>
    </message>
    <message>
        <source>3 pictures, one after the other.</source>
        <translation>3 imágenes, una tras otra.</translation>
    </message>
    <message>
        <source>Once more, to be sure.</source>
        <translation>Una vez más, para confirmar.</translation>
    </message>
    <message>
        <source>These were two different ones. Choose again.</source>
        <translation>No eran iguales. Elige de nuevo.</translation>
    </message>
    <message>
        <source>Lessons to import</source>
        <translation>Lecciones para importar</translation>
    </message>
    <message>
        <source>A class list</source>
        <translation>Una lista de clase</translation>
    </message>
    <message>
        <source>Work from another computer</source>
        <translation>Trabajo de otra computadora</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message numerus="yes">
        <source>%n messages sent.</source>
        <translation>
            <numerusform>%n mensaje enviado.</numerusform>
            <numerusform>%n mensajes enviados.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent} {trouble}.</source>
        <translation>{sent} {trouble}.</translation>
    </message>
    <message>
        <source>{name}: it will be sent again.</source>
        <translation>{name}: se enviará de nuevo.</translation>
    </message>
    <message>
        <source>{name}, {what}. If it did arrive, its time is counted twice. Look at the server first.</source>
        <translation>{name}, {what}. Si ya había llegado, su tiempo contará dos veces. Conviene mirar antes en el servidor.</translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>¿Enviar de nuevo?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>{name}: it will never be sent.</source>
        <translation>{name}: no se enviará nunca.</translation>
    </message>
    <message>
        <source>{name}, {what}. The server will not count it. It stays in the totals on this computer.</source>
        <translation>{name}, {what}. El servidor no lo contará. Queda en los totales de esta computadora.</translation>
    </message>
    <message>
        <source>Never send it?</source>
        <translation>¿No enviar nunca?</translation>
    </message>
    <message>
        <source>Never send</source>
        <translation>No enviar nunca</translation>
    </message>
    <message>
        <source>Save every window as a table</source>
        <translation>Guardar cada tramo de tiempo como tabla</translation>
    </message>
    <message numerus="yes">
        <source>%n windows are in {file}.</source>
        <translation>
            <numerusform>%n tramo de tiempo está en {file}.</numerusform>
            <numerusform>%n tramos de tiempo están en {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>For {name}.</source>
        <translation>Para {name}.</translation>
    </message>
    <message>
        <source>For the first student who chooses their picture.</source>
        <translation>Para el primer estudiante que elija su imagen.</translation>
    </message>
    <message>
        <source>Importing {file} ({number} of {count})…</source>
        <translation>Importando {file} ({number} de {count})…</translation>
    </message>
    <message>
        <source>Importing {file}…</source>
        <translation>Importando {file}…</translation>
    </message>
    <message>
        <source>The secret of {name} is set.</source>
        <translation>El secreto de {name} quedó guardado.</translation>
    </message>
    <message>
        <source>{name} has no secret now.</source>
        <translation>{name} ya no tiene secreto.</translation>
    </message>
    <message>
        <source>They can try again now.</source>
        <translation>Ahora puede volver a intentarlo.</translation>
    </message>
    <message>
        <source>{name}: the language is set.</source>
        <translation>{name}: el idioma quedó guardado.</translation>
    </message>
    <message>
        <source>Where to save the copy</source>
        <translation>Dónde guardar la copia</translation>
    </message>
    <message>
        <source>Not on the server, and lost then: {what}.</source>
        <translation>No está en el servidor y se perdería: {what}.</translation>
    </message>
    <message>
        <source>All is on the server.</source>
        <translation>Todo está en el servidor.</translation>
    </message>
    <message>
        <source>A copy is saved first, where you say; then everything of {name} is gone from this computer.</source>
        <translation>Primero se guarda una copia donde se indique; después, todo lo de {name} desaparece de esta computadora.</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>¿Eliminar a {name}?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>La memoria USB</translation>
    </message>
    <message>
        <source>All that waits goes into one sealed file, and is not sent from here any more. Take the file to a computer that reaches the server. Should it be lost, take the work back here.</source>
        <translation>Todo lo que espera va a un archivo sellado y ya no se envía desde aquí. Hay que llevar el archivo a una computadora que llegue al servidor. Si se pierde, el trabajo se recupera aquí.</translation>
    </message>
    <message>
        <source>Carry work away?</source>
        <translation>¿Llevar el trabajo?</translation>
    </message>
    <message>
        <source>Choose the stick</source>
        <translation>Elegir la memoria USB</translation>
    </message>
    <message>
        <source>Say so only when the students&apos; time is on the server: from then on this computer takes it for sent.</source>
        <translation>Solo si el tiempo de los estudiantes ya está en el servidor: desde entonces esta computadora lo da por enviado.</translation>
    </message>
    <message>
        <source>Did it arrive?</source>
        <translation>¿Llegó?</translation>
    </message>
    <message>
        <source>Only if the file is lost. If it was taken in elsewhere, the same time is sent twice: a school server counts it once, any other server may count it twice.</source>
        <translation>Solo si el archivo se perdió. Si ya se recibió en otra parte, el mismo tiempo se envía dos veces: un servidor escolar lo cuenta una vez; otro servidor puede contarlo dos.</translation>
    </message>
    <message>
        <source>Send it from here again?</source>
        <translation>¿Enviarlo de nuevo desde aquí?</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Teacher · {place}</source>
        <translation>Docente · {place}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>What is sent about {name}</source>
        <translation>Qué se envía sobre {name}</translation>
    </message>
    <message>
        <source>To the Timeback server of this school, and to nobody else.</source>
        <translation>Al servidor Timeback de esta escuela, y a nadie más.</translation>
    </message>
    <message>
        <source>What each field means</source>
        <translation>Qué significa cada campo</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n messages</source>
        <translation>
            <numerusform>El último mensaje</numerusform>
            <numerusform>Los últimos %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Todavía no se ha enviado nada.</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Enviado {when}</translation>
    </message>
    <message>
        <source>Which lesson, by its short name.</source>
        <translation>Qué lección, por su nombre corto.</translation>
    </message>
    <message>
        <source>The lesson&apos;s title.</source>
        <translation>El título de la lección.</translation>
    </message>
    <message>
        <source>The course it belongs to: subject and grade, or a code.</source>
        <translation>El curso al que pertenece: materia y grado, o un código.</translation>
    </message>
    <message>
        <source>A random number for this attempt at the lesson, so that its parts are put together.</source>
        <translation>Un número al azar para este intento de la lección, que une sus partes.</translation>
    </message>
    <message>
        <source>When this piece of time began.</source>
        <translation>Cuándo empezó este tramo de tiempo.</translation>
    </message>
    <message>
        <source>When this piece of time, or the attempt, ended.</source>
        <translation>Cuándo terminó este tramo de tiempo, o el intento.</translation>
    </message>
    <message>
        <source>How much of it was focused, in thousandths of a second.</source>
        <translation>Cuánto fue con atención, en milésimas de segundo.</translation>
    </message>
    <message>
        <source>How much of it was not: idle, another window, locked or paused. Not which of them.</source>
        <translation>Cuánto no lo fue: sin actividad, en otra ventana, con bloqueo o en pausa. No cuál de ellos.</translation>
    </message>
    <message>
        <source>The result of a finished lesson; these are its parts:</source>
        <translation>El resultado de una lección terminada; estas son sus partes:</translation>
    </message>
    <message>
        <source>How many questions there were.</source>
        <translation>Cuántas preguntas había.</translation>
    </message>
    <message>
        <source>How many of them were right.</source>
        <translation>Cuántas se respondieron bien.</translation>
    </message>
    <message>
        <source>Points for the lesson.</source>
        <translation>Puntos por la lección.</translation>
    </message>
    <message>
        <source>How many units are mastered now.</source>
        <translation>Cuántas unidades se dominan ahora.</translation>
    </message>
    <message>
        <source>How much of the lesson is done, in percent.</source>
        <translation>Cuánto de la lección está hecho, en porcentaje.</translation>
    </message>
    <message>
        <source>Whether the server should count the result at once.</source>
        <translation>Si el servidor debe contar el resultado enseguida.</translation>
    </message>
    <message>
        <source>To a school server: which lesson is finished.</source>
        <translation>Al servidor escolar: qué lección está terminada.</translation>
    </message>
    <message>
        <source>To a school server: which version of that lesson.</source>
        <translation>Al servidor escolar: qué versión de esa lección.</translation>
    </message>
    <message>
        <source>To a school server: what the student answered, to be scored there. No other server is sent answers.</source>
        <translation>Al servidor escolar: lo que respondió el estudiante, para calificarlo allí. A ningún otro servidor se le envían respuestas.</translation>
    </message>
    <message>
        <source>Never sent: the student&apos;s name and picture, what is typed or clicked, other windows and programs, files and drawings that were handed in. With each message goes the student&apos;s sign-in, which says whose it is.</source>
        <translation>Nunca se envían: el nombre y la imagen del estudiante, lo que se escribe o pulsa, otras ventanas y programas, ni los archivos y dibujos entregados. Con cada mensaje va la identificación del estudiante, que dice de quién es.</translation>
    </message>
    <message>
        <source>{lesson}: {time} focused</source>
        <translation>{lesson}: {time} con atención</translation>
    </message>
    <message>
        <source>{lesson}: the result</source>
        <translation>{lesson}: el resultado</translation>
    </message>
    <message>
        <source>{lesson}: the answers, to the school server</source>
        <translation>{lesson}: las respuestas, al servidor escolar</translation>
    </message>
    <message>
        <source>The class</source>
        <translation>La clase</translation>
    </message>
    <message>
        <source>Let them try again</source>
        <translation>Permitir otro intento</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Secreto nuevo</translation>
    </message>
    <message>
        <source>It was somebody else</source>
        <translation>Era otra persona</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Qué se envía</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>No está en el servidor</translation>
    </message>
    <message>
        <source>Imported</source>
        <comment>a lesson</comment>
        <translation>Importada</translation>
    </message>
    <message>
        <source>Imported with loss</source>
        <comment>a lesson</comment>
        <translation>Importada con pérdidas</translation>
    </message>
    <message>
        <source>Here already</source>
        <comment>a lesson</comment>
        <translation>Ya estaba aquí</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>a lesson</comment>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation>Todavía no hay estudiantes</translation>
    </message>
    <message>
        <source>Add the first one on the wall of students.</source>
        <translation>El primero se agrega en el muro de estudiantes.</translation>
    </message>
    <message>
        <source>{safe} of {all} safe</source>
        <translation>{safe} de {all} a salvo</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n rechazado</numerusform>
            <numerusform>%n rechazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n en duda</numerusform>
            <numerusform>%n en duda</numerusform>
        </translation>
    </message>
    <message>
        <source>Carried in a file</source>
        <translation>En un archivo</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>En el servidor</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En esta computadora</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Todo está en el servidor</translation>
    </message>
    <message>
        <source>Nothing waits, and nothing was refused.</source>
        <translation>Nada espera y nada fue rechazado.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages to decide on</source>
        <translation>
            <numerusform>%n mensaje por decidir</numerusform>
            <numerusform>%n mensajes por decidir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting</source>
        <translation>
            <numerusform>%n mensaje en espera</numerusform>
            <numerusform>%n mensajes en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n messages, {when}</source>
        <translation>
            <numerusform>{file}: %n mensaje, {when}</numerusform>
            <numerusform>{file}: %n mensajes, {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, {when}: {time} from {taken_for} to {right}.</source>
        <translation>{lesson}, {when}: {time} de {taken_for} a {right}.</translation>
    </message>
    <message>
        <source>Sent before in the name of {name}: {what}.</source>
        <translation>Enviado antes a nombre de {name}: {what}.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>{time} focused, {xp} XP</source>
        <translation>{time} con atención, {xp} XP</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>{xp} XP</source>
        <translation>{xp} XP</translation>
    </message>
    <message>
        <source>Latest lesson</source>
        <translation>Última lección</translation>
    </message>
    <message>
        <source>{lesson}, {place}</source>
        <translation>{lesson}, {place}</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes in {days} days</source>
        <translation>
            <numerusform>%n minuto con atención en {days} días</numerusform>
            <numerusform>%n minutos con atención en {days} días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carried away in a file</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n en un archivo llevado</numerusform>
            <numerusform>%n en un archivo llevado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished lessons for the school server</source>
        <translation>
            <numerusform>%n lección terminada para el servidor escolar</numerusform>
            <numerusform>%n lecciones terminadas para el servidor escolar</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({time} focused)</source>
        <translation>{what} ({time} con atención)</translation>
    </message>
    <message>
        <source>None: the picture on the wall opens the page</source>
        <translation>Ninguno: la imagen del muro abre la página</translation>
    </message>
    <message>
        <source>{kind}, locked after wrong tries for {time}</source>
        <translation>{kind}, con bloqueo por intentos fallidos: {time}</translation>
    </message>
    <message>
        <source>It was sent, and no answer came. It may have been counted. Look at the student&apos;s time on the server.</source>
        <translation>Se envió y no llegó respuesta. Quizás ya se contó. Conviene mirar el tiempo del estudiante en el servidor.</translation>
    </message>
    <message>
        <source>The server does not accept it as it is. Sending it again helps only once the server was mended.</source>
        <translation>El servidor no lo acepta así. Enviarlo de nuevo solo sirve cuando el servidor esté arreglado.</translation>
    </message>
    <message>
        <source>The server does not know the student&apos;s sign-in. Sign the student in anew, then send it again.</source>
        <translation>El servidor no reconoce la identificación del estudiante. Hay que iniciar su sesión de nuevo y volver a enviarlo.</translation>
    </message>
    <message>
        <source>The server does not know the student or the course. Have it added there, then send it again.</source>
        <translation>El servidor no conoce al estudiante o el curso. Hay que agregarlo allí y volver a enviarlo.</translation>
    </message>
    <message>
        <source>The server did not take it. Send it again, or keep it and ask whoever runs the server.</source>
        <translation>El servidor no lo recibió. Se puede enviar de nuevo, o guardarlo y preguntar a quien administra el servidor.</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>waits for the school server</source>
        <translation>espera al servidor escolar</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a lesson</comment>
        <translation>hecha</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>página {number}</translation>
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
        <source>waiting for the school server</source>
        <translation>esperando al servidor de la escuela</translation>
    </message>
    <message>
        <source>Do not switch this computer off. {trouble}</source>
        <translation>No apagar esta computadora. {trouble}</translation>
    </message>
    <message>
        <source>All work is on the server. This computer may be switched off.</source>
        <translation>Todo el trabajo está en el servidor. Se puede apagar esta computadora.</translation>
    </message>
    <message numerus="yes">
        <source>Some work of %n students is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</source>
        <translation>
            <numerusform>Parte del trabajo de %n estudiante está guardada en esta computadora y aún no en el servidor. Se puede apagar; no se pierde nada.</numerusform>
            <numerusform>Parte del trabajo de %n estudiantes está guardada en esta computadora y aún no en el servidor. Se puede apagar; no se pierde nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some work of {names} is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</source>
        <translation>Parte del trabajo de {names} está guardada en esta computadora y aún no en el servidor. Se puede apagar; no se pierde nada.</translation>
    </message>
    <message>
        <source>Nothing else waits: the rest is on the server.</source>
        <translation>Nada más espera: el resto está en el servidor.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves. To be signed in first: {names}.</source>
        <translation>
            <numerusform>%n mensaje ({time} con atención) se enviará solo. Antes deben iniciar sesión: {names}.</numerusform>
            <numerusform>%n mensajes ({time} con atención) se enviarán solos. Antes deben iniciar sesión: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves.</source>
        <translation>
            <numerusform>%n mensaje ({time} con atención) se enviará solo.</numerusform>
            <numerusform>%n mensajes ({time} con atención) se enviarán solos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The latest try: {reason}.</source>
        <translation>El último intento: {reason}.</translation>
    </message>
    <message>
        <source>{lesson}: {time} focused, {when}</source>
        <translation>{lesson}: {time} con atención, {when}</translation>
    </message>
    <message>
        <source>May have arrived</source>
        <translation>Quizás llegó</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>a message</comment>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>signed in</comment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <comment>not signed in</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>No: the server refused the token</source>
        <translation>No: el servidor rechazó la clave</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{weekday} {day}</translation>
    </message>
    <message>
        <source>Teacher&apos;s PIN</source>
        <translation>PIN de docente</translation>
    </message>
    <message>
        <source>Teachers open this computer&apos;s panel with it, and leave kiosk mode.</source>
        <translation>Con él, los docentes abren el panel de esta computadora y salen del modo kiosco.</translation>
    </message>
    <message>
        <source>{least} to {most} digits.</source>
        <translation>De {least} a {most} cifras.</translation>
    </message>
    <message>
        <source>Choose a teacher&apos;s PIN</source>
        <translation>Elegir un PIN de docente</translation>
    </message>
    <message>
        <source>This is not the PIN. Try again.</source>
        <translation>Este no es el PIN. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Type it once more</source>
        <translation>Una vez más</translation>
    </message>
    <message>
        <source>The same digits again, to be sure.</source>
        <translation>Las mismas cifras otra vez, para confirmar.</translation>
    </message>
    <message>
        <source>Both times the same.</source>
        <translation>Las dos veces igual.</translation>
    </message>
    <message>
        <source>These were two different PINs. Choose again.</source>
        <translation>Los dos PIN no eran iguales. Hay que elegir de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages wait here now and are sent by themselves.</source>
        <translation>
            <numerusform>%n mensaje espera aquí ahora y se envía solo.</numerusform>
            <numerusform>%n mensajes esperan aquí ahora y se envían solos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n ya estaba aquí.</numerusform>
            <numerusform>%n ya estaban aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>New on this computer: {names}.</source>
        <translation>Nuevos en esta computadora: {names}.</translation>
    </message>
    <message>
        <source>To be signed in first: {names}.</source>
        <translation>Antes deben iniciar sesión: {names}.</translation>
    </message>
    <message>
        <source>Only today&apos;s lessons of one student can become another&apos;s; choose them again.</source>
        <translation>Solo las lecciones de hoy de un estudiante pueden pasar a otro; elígelas de nuevo.</translation>
    </message>
    <message>
        <source>This lesson is still going on: leave it first.</source>
        <translation>Esta lección sigue abierta: primero hay que salir de ella.</translation>
    </message>
    <message>
        <source>{name} was learning at the same time, so this stays as it is.</source>
        <translation>{name} estudiaba al mismo tiempo, así que esto queda como está.</translation>
    </message>
    <message>
        <source>{name} is deleted from this computer; a copy is in {folder}.</source>
        <translation>{name} ya no está en esta computadora; hay una copia en {folder}.</translation>
    </message>
    <message>
        <source>Their token could not be deleted: {error}.</source>
        <translation>No se pudo borrar su clave: {error}.</translation>
    </message>
    <message>
        <source>A damaged older file still holds data of theirs: delete {files} too.</source>
        <translation>Un archivo dañado más antiguo aún contiene sus datos: hay que borrar también {files}.</translation>
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
        <source>What you drew is on another computer.</source>
        <translation>Lo que dibujaste está en otra computadora.</translation>
    </message>
    <message>
        <source>What you drew is on another computer. To draw something new, press “{clear}”.</source>
        <translation>Lo que dibujaste está en otra computadora. Para dibujar algo nuevo, presiona “{clear}”.</translation>
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
        <source>nothing yet</source>
        <translation>nada todavía</translation>
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
        <source>Language for {name}</source>
        <translation>Idioma para {name}</translation>
    </message>
    <message>
        <source>From when they sign in, this program speaks it with them.</source>
        <translation>Desde que inicia sesión, este programa le habla así.</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como esta computadora</translation>
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
        <source>{file}, line {line}: {name} stands in line {other} too. Add a letter, so that the two can be told apart.</source>
        <translation>{file}, línea {line}: {name} está también en la línea {other}. Añade una letra para distinguir a los dos.</translation>
    </message>
    <message>
        <source>{file} names nobody: write one name in each line.</source>
        <translation>{file} no nombra a nadie: escribe un nombre en cada línea.</translation>
    </message>
    <message>
        <source>{file} names more than {most} students: divide it.</source>
        <translation>{file} nombra a más de {most} estudiantes: divídelo.</translation>
    </message>
    <message>
        <source>Students added: {new}.</source>
        <translation>Estudiantes añadidos: {new}.</translation>
    </message>
    <message>
        <source>Students added: {new}. Here already: {here}.</source>
        <translation>Estudiantes añadidos: {new}. Ya estaban aquí: {here}.</translation>
    </message>
    <message>
        <source>{file} is too large for a class list.</source>
        <translation>{file} es demasiado grande para una lista de clase.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}).</source>
        <translation>{file} no se puede leer ({why}).</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8: save it as text, or as CSV in UTF-8.</source>
        <translation>{file} no es texto en UTF-8: guárdalo como texto o como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a name has at most {most} characters, and no special ones.</source>
        <translation>{file}, línea {line}: un nombre tiene como máximo {most} caracteres, y ninguno especial.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the name is missing.</source>
        <translation>{file}, línea {line}: falta el nombre.</translation>
    </message>
</context>
</TS>

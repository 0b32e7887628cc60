<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Answer first: question {numbers}.</source>
        <translation>أجب أولًا عن السؤال: {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are not answered yet.</source>
        <translation>
            <numerusform>أجبت عن كل الأسئلة.</numerusform>
            <numerusform>بقي سؤال واحد بلا إجابة.</numerusform>
            <numerusform>بقي سؤالان بلا إجابة.</numerusform>
            <numerusform>بقيت %n أسئلة بلا إجابة.</numerusform>
            <numerusform>بقي %n سؤالًا بلا إجابة.</numerusform>
            <numerusform>بقي %n سؤال بلا إجابة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>أجبت عن كل الأسئلة.</translation>
    </message>
    <message numerus="yes">
        <source>You marked %n to look at again.</source>
        <translation>
            <numerusform>لم تضع علامة على أي سؤال.</numerusform>
            <numerusform>وضعت علامة على سؤال واحد لتراجعه.</numerusform>
            <numerusform>وضعت علامة على سؤالين لتراجعهما.</numerusform>
            <numerusform>وضعت علامة على %n أسئلة لتراجعها.</numerusform>
            <numerusform>وضعت علامة على %n سؤالًا لتراجعها.</numerusform>
            <numerusform>وضعت علامة على %n سؤال لتراجعها.</numerusform>
        </translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>كل الأسئلة</translation>
    </message>
    <message>
        <source>For “{part}”</source>
        <translation>لقسم «{part}»</translation>
    </message>
    <message>
        <source>For this test</source>
        <translation>لهذا الاختبار</translation>
    </message>
    <message>
        <source>For this question</source>
        <translation>لهذا السؤال</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>انتهى الوقت</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>بقي {minutes} د</translation>
    </message>
    <message>
        <source>{score} of {most} points.</source>
        <translation>النقاط: {score} من {most}.</translation>
    </message>
    <message>
        <source>{score} points.</source>
        <translation>النقاط: {score}.</translation>
    </message>
    <message>
        <source>Fox</source>
        <comment>a picture</comment>
        <translation>ثعلب</translation>
    </message>
    <message>
        <source>Sun</source>
        <comment>a picture</comment>
        <translation>شمس</translation>
    </message>
    <message>
        <source>Leaf</source>
        <comment>a picture</comment>
        <translation>ورقة شجر</translation>
    </message>
    <message>
        <source>Star</source>
        <comment>a picture</comment>
        <translation>نجمة</translation>
    </message>
    <message>
        <source>Fish</source>
        <comment>a picture</comment>
        <translation>سمكة</translation>
    </message>
    <message>
        <source>Moon</source>
        <comment>a picture</comment>
        <translation>قمر</translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>a picture</comment>
        <translation>موجة</translation>
    </message>
    <message>
        <source>Kite</source>
        <comment>a picture</comment>
        <translation>طائرة ورقية</translation>
    </message>
    <message>
        <source>Cat</source>
        <comment>a picture</comment>
        <translation>قطة</translation>
    </message>
    <message>
        <source>Tree</source>
        <comment>a picture</comment>
        <translation>شجرة</translation>
    </message>
    <message>
        <source>Owl</source>
        <comment>a picture</comment>
        <translation>بومة</translation>
    </message>
    <message>
        <source>Boat</source>
        <comment>a picture</comment>
        <translation>قارب</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <comment>a picture</comment>
        <translation>أرنب</translation>
    </message>
    <message>
        <source>Rocket</source>
        <comment>a picture</comment>
        <translation>صاروخ</translation>
    </message>
    <message>
        <source>Bee</source>
        <comment>a picture</comment>
        <translation>نحلة</translation>
    </message>
    <message>
        <source>Flower</source>
        <comment>a picture</comment>
        <translation>زهرة</translation>
    </message>
    <message>
        <source>Frog</source>
        <comment>a picture</comment>
        <translation>ضفدع</translation>
    </message>
    <message>
        <source>Mountain</source>
        <comment>a picture</comment>
        <translation>جبل</translation>
    </message>
    <message>
        <source>Bear</source>
        <comment>a picture</comment>
        <translation>دب</translation>
    </message>
    <message>
        <source>Balloon</source>
        <comment>a picture</comment>
        <translation>بالون</translation>
    </message>
    <message>
        <source>Whale</source>
        <comment>a picture</comment>
        <translation>حوت</translation>
    </message>
    <message>
        <source>Umbrella</source>
        <comment>a picture</comment>
        <translation>مظلة</translation>
    </message>
    <message>
        <source>Butterfly</source>
        <comment>a picture</comment>
        <translation>فراشة</translation>
    </message>
    <message>
        <source>Mushroom</source>
        <comment>a picture</comment>
        <translation>فطر</translation>
    </message>
    <message>
        <source>Turtle</source>
        <comment>a picture</comment>
        <translation>سلحفاة</translation>
    </message>
    <message>
        <source>Snail</source>
        <comment>a picture</comment>
        <translation>حلزون</translation>
    </message>
    <message>
        <source>{subject} {grade}</source>
        <translation>{subject} {grade}</translation>
    </message>
    <message>
        <source>Math</source>
        <translation>الرياضيات</translation>
    </message>
    <message>
        <source>Reading</source>
        <comment>the subject</comment>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>العلوم</translation>
    </message>
    <message>
        <source>Social Studies</source>
        <translation>الدراسات الاجتماعية</translation>
    </message>
    <message>
        <source>Writing</source>
        <comment>the subject</comment>
        <translation>الكتابة</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a subject</comment>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Your teacher opened “{lesson}”</source>
        <translation>فتح لك معلّمك «{lesson}»</translation>
    </message>
    <message>
        <source>{minutes} min today</source>
        <translation>{minutes} د اليوم</translation>
    </message>
    <message>
        <source>New lessons</source>
        <translation>دروس جديدة</translation>
    </message>
    <message>
        <source>Some work could not be sent. It is kept on this computer; please tell your teacher.</source>
        <translation>تعذّر إرسال بعض عملك. وهو محفوظ على هذا الحاسوب؛ أخبر معلّمك من فضلك.</translation>
    </message>
    <message>
        <source>{done} of {target} XP</source>
        <translation>{done} من {target} نقطة خبرة</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n lessons</source>
        <translation>
            <numerusform>{done} من %n دروس</numerusform>
            <numerusform>{done} من درس واحد</numerusform>
            <numerusform>{done} من درسين</numerusform>
            <numerusform>{done} من %n دروس</numerusform>
            <numerusform>{done} من %n درسًا</numerusform>
            <numerusform>{done} من %n درس</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, question {number}</source>
        <translation>{lesson}، السؤال {number}</translation>
    </message>
    <message>
        <source>{lesson}, page {number}</source>
        <translation>{lesson}، الصفحة {number}</translation>
    </message>
    <message>
        <source>question {number}</source>
        <translation>سؤال {number}</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>نحو دقيقة واحدة</numerusform>
            <numerusform>نحو دقيقتين</numerusform>
            <numerusform>نحو %n دقائق</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>several days</source>
        <translation>عدة أيام</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a lesson</comment>
        <translation>مكتمل</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes focused</source>
        <translation>
            <numerusform>بلا دقائق تركيز</numerusform>
            <numerusform>دقيقة تركيز واحدة</numerusform>
            <numerusform>دقيقتا تركيز</numerusform>
            <numerusform>%n دقائق تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل %n أيام</numerusform>
            <numerusform>قبل %n يومًا</numerusform>
            <numerusform>قبل %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>until today</source>
        <translation>حتى اليوم</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>حتى الغد</translation>
    </message>
    <message>
        <source>until {weekday}</source>
        <translation>حتى {weekday}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>حتى {date}</translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right</source>
        <translation>
            <numerusform>لا أسئلة</numerusform>
            <numerusform>{right} صحيحة من واحدة</numerusform>
            <numerusform>{right} صحيحة من اثنتين</numerusform>
            <numerusform>{right} صحيحة من %n</numerusform>
            <numerusform>{right} صحيحة من %n</numerusform>
            <numerusform>{right} صحيحة من %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{xp} XP</source>
        <translation>{xp} XP</translation>
    </message>
    <message>
        <source>waiting for the school server</source>
        <translation>بانتظار خادم المدرسة</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}٪</translation>
    </message>
    <message>
        <source>Add a student</source>
        <translation>أضف طالبًا</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>اختر صورة</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>اكتب اسمًا أولًا.</translation>
    </message>
    <message>
        <source>Not you? Switch</source>
        <translation>لست أنت؟ بدّل</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>تابع من حيث توقفت</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>الدروس</translation>
    </message>
    <message>
        <source>There are no other lessons yet.</source>
        <translation>لا توجد دروس أخرى بعد.</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>مرحبًا، {name}</translation>
    </message>
    <message>
        <source>Choose a lesson to begin.</source>
        <translation>اختر درسًا لتبدأ.</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet. Please tell your teacher.</source>
        <translation>لا توجد دروس على هذا الحاسوب بعد. أخبر معلّمك من فضلك.</translation>
    </message>
    <message>
        <source>This was not me</source>
        <translation>لم أكن أنا</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>You can learn. Your work waits on this computer.</source>
        <translation>يمكنك أن تتعلّم. عملك ينتظر على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Lesson page</source>
        <translation>صفحة الدرس</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>ضع علامة</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>السؤال {number} من {count}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>الصفحة {number} من {count}</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>تابع العمل</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>سلّم</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>السؤال {number}</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>on this page</source>
        <translation>في هذه الصفحة</translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation>{right} من {total}</translation>
    </message>
    <message>
        <source>right</source>
        <comment>answers</comment>
        <translation>صحيحة</translation>
    </message>
    <message>
        <source>focused</source>
        <comment>time</comment>
        <translation>تركيز</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>قريبًا</translation>
    </message>
    <message>
        <source>XP from your school</source>
        <translation>نقاط الخبرة من مدرستك</translation>
    </message>
    <message>
        <source>XP</source>
        <translation>XP</translation>
    </message>
    <message>
        <source>Look at my answers</source>
        <translation>انظر إلى إجاباتي</translation>
    </message>
    <message>
        <source>Next: {lesson}</source>
        <translation>التالي: {lesson}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Back to lessons</source>
        <translation>عُد إلى الدروس</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>إجاباتي</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Your lesson is waiting for you.</source>
        <translation>درسك في انتظارك.</translation>
    </message>
    <message>
        <source>Other class</source>
        <translation>صف آخر</translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation>من سيتعلّم الآن؟</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>أهلًا وسهلًا!</translation>
    </message>
    <message>
        <source>For the teacher: {notice}</source>
        <translation>للمعلّم: {notice}</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>فهمت</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>للمعلّم</translation>
    </message>
    <message>
        <source>Choose who you are to begin “{lesson}”.</source>
        <translation>اختر من أنت لتبدأ «{lesson}».</translation>
    </message>
    <message>
        <source>Choose your class.</source>
        <translation>اختر صفك.</translation>
    </message>
    <message>
        <source>Choose your picture.</source>
        <translation>اختر صورتك.</translation>
    </message>
    <message>
        <source>Add the first student to begin, or join your school.</source>
        <translation>أضف أول طالب لتبدأ، أو انضم إلى مدرستك.</translation>
    </message>
    <message>
        <source>Not saved. The disk is full; tell your teacher.</source>
        <translation>لم يُحفظ. القرص ممتلئ؛ أخبر معلّمك.</translation>
    </message>
    <message>
        <source>Some work cannot be saved. Tell your teacher: close this program and start it again.</source>
        <translation>لا يمكن حفظ بعض عملك. قل لمعلّمك: أغلق هذا البرنامج وشغّله من جديد.</translation>
    </message>
    <message>
        <source>Not saved. This computer cannot keep your work right now; tell your teacher.</source>
        <translation>لم يُحفظ. هذا الحاسوب لا يستطيع حفظ عملك الآن؛ أخبر معلّمك.</translation>
    </message>
    <message>
        <source>This task needs something that this program does not have. It does not count.</source>
        <translation>تحتاج هذه المهمة إلى شيء لا يملكه هذا البرنامج. لن تُحتسب.</translation>
    </message>
    <message>
        <source>Time is over here. What you answered is kept.</source>
        <translation>انتهى الوقت هنا. ما أجبت به محفوظ.</translation>
    </message>
    <message>
        <source>Handed in. Your teacher will read it.</source>
        <translation>تم التسليم. سيقرؤه معلّمك.</translation>
    </message>
    <message>
        <source>Well done!</source>
        <translation>أحسنت!</translation>
    </message>
    <message>
        <source>You got to the end</source>
        <translation>وصلت إلى النهاية</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>You have mastered this.</source>
        <translation>لقد أتقنت هذا.</translation>
    </message>
    <message>
        <source>Take it once more, it will be easier.</source>
        <translation>أعده مرة أخرى، سيكون أسهل.</translation>
    </message>
    <message>
        <source>You looked again at what was hard.</source>
        <translation>راجعت ما كان صعبًا.</translation>
    </message>
    <message>
        <source>You read all of it.</source>
        <translation>قرأته كله.</translation>
    </message>
    <message numerus="yes">
        <source>All %n right.</source>
        <translation>
            <numerusform>كلها صحيحة.</numerusform>
            <numerusform>إجابتك صحيحة.</numerusform>
            <numerusform>الإجابتان صحيحتان.</numerusform>
            <numerusform>كل الإجابات صحيحة: %n.</numerusform>
            <numerusform>كل الإجابات صحيحة: %n.</numerusform>
            <numerusform>كل الإجابات صحيحة: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n right on the first try.</source>
        <translation>
            <numerusform>كلها صحيحة من المحاولة الأولى.</numerusform>
            <numerusform>إجابتك صحيحة من المحاولة الأولى.</numerusform>
            <numerusform>الإجابتان صحيحتان من المحاولة الأولى.</numerusform>
            <numerusform>كل الإجابات صحيحة من المحاولة الأولى: %n.</numerusform>
            <numerusform>كل الإجابات صحيحة من المحاولة الأولى: %n.</numerusform>
            <numerusform>كل الإجابات صحيحة من المحاولة الأولى: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right.</source>
        <translation>
            <numerusform>لا أسئلة.</numerusform>
            <numerusform>{right} صحيحة من واحدة.</numerusform>
            <numerusform>{right} صحيحة من اثنتين.</numerusform>
            <numerusform>{right} صحيحة من %n.</numerusform>
            <numerusform>{right} صحيحة من %n.</numerusform>
            <numerusform>{right} صحيحة من %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right on the first try.</source>
        <translation>
            <numerusform>لا أسئلة.</numerusform>
            <numerusform>{right} صحيحة من واحدة من المحاولة الأولى.</numerusform>
            <numerusform>{right} صحيحة من اثنتين من المحاولة الأولى.</numerusform>
            <numerusform>{right} صحيحة من %n من المحاولة الأولى.</numerusform>
            <numerusform>{right} صحيحة من %n من المحاولة الأولى.</numerusform>
            <numerusform>{right} صحيحة من %n من المحاولة الأولى.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what you handed in.</source>
        <translation>هذا ما سلّمته.</translation>
    </message>
    <message>
        <source>The lesson has changed, and its new questions wait for you.</source>
        <translation>تغيّر الدرس، وأسئلته الجديدة تنتظرك.</translation>
    </message>
    <message>
        <source>Right on the first try.</source>
        <translation>صحيحة من المحاولة الأولى.</translation>
    </message>
    <message>
        <source>You looked at this one again.</source>
        <translation>راجعت هذا السؤال.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Check answer</source>
        <translation>تحقّق من الإجابة</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطَّ</translation>
    </message>
    <message>
        <source>Look over</source>
        <translation>راجع</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>أنهِ</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a question</comment>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a question: its time is over</comment>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Right on the first try</source>
        <translation>صحيح من المحاولة الأولى</translation>
    </message>
    <message>
        <source>Right after another try</source>
        <translation>صحيح بعد محاولة أخرى</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>ليس صحيحًا بعد</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>تم التسليم</translation>
    </message>
    <message>
        <source>Your pairs</source>
        <translation>أزواجك</translation>
    </message>
    <message>
        <source>Now choose what goes with it.</source>
        <translation>اختر الآن ما يناسبه.</translation>
    </message>
    <message>
        <source>Tap two that belong together, or drag one onto the other.</source>
        <translation>المس اثنين متناسبين، أو اسحب أحدهما فوق الآخر.</translation>
    </message>
    <message>
        <source>Press one again to take it back first.</source>
        <translation>اضغط أولًا على واحد مرة أخرى لتتراجع عنه.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>ممحاة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>امسح الكل</translation>
    </message>
    <message>
        <source>Your drawing is kept, but this program cannot show it. Draw to make a new one.</source>
        <translation>رسمك محفوظ، لكن هذا البرنامج لا يستطيع عرضه. ارسم لتصنع رسمًا جديدًا.</translation>
    </message>
    <message>
        <source>Draw with the mouse, a finger or a pen.</source>
        <translation>ارسم بالفأرة أو بإصبعك أو بالقلم.</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>أسود</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>بنّي</translation>
    </message>
    <message>
        <source>Thin</source>
        <comment>a pen</comment>
        <translation>رفيع</translation>
    </message>
    <message>
        <source>Middle</source>
        <comment>a pen</comment>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Thick</source>
        <comment>a pen</comment>
        <translation>سميك</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>إجابتك</translation>
    </message>
    <message>
        <source>Write your answer</source>
        <translation>اكتب إجابتك</translation>
    </message>
    <message>
        <source>{number}.</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{question}, answer {number}</source>
        <translation>{question}، الإجابة {number}</translation>
    </message>
    <message>
        <source>This is not written as it is asked for.</source>
        <translation>لم يُكتب هذا كما هو مطلوب.</translation>
    </message>
    <message>
        <source>Now choose a gap for it.</source>
        <translation>اختر الآن فراغًا لها.</translation>
    </message>
    <message>
        <source>Now choose what goes into the gap.</source>
        <translation>اختر الآن ما يوضع في الفراغ.</translation>
    </message>
    <message>
        <source>Tap a word and then its gap, or drag it there.</source>
        <translation>المس كلمة ثم فراغها، أو اسحبها إليه.</translation>
    </message>
    <message>
        <source>Every gap is filled. Tap one to take its word out again.</source>
        <translation>كل الفراغات ممتلئة. المس فراغًا لتُخرج كلمته.</translation>
    </message>
    <message>
        <source>Joined with {places}</source>
        <translation>موصول مع {places}</translation>
    </message>
    <message>
        <source>Now choose what it belongs to.</source>
        <translation>اختر الآن ما ينتمي إليه.</translation>
    </message>
    <message>
        <source>Press two places that belong together, or pull a line between them.</source>
        <translation>اضغط على مكانين متناسبين، أو ارسم خطًا بينهما.</translation>
    </message>
    <message>
        <source>Holds {things}</source>
        <translation>فيه {things}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Now choose where it goes.</source>
        <translation>اختر الآن مكانه.</translation>
    </message>
    <message>
        <source>Now choose what goes there.</source>
        <translation>اختر الآن ما يوضع هناك.</translation>
    </message>
    <message>
        <source>Drag each to its place, or press it and then the place.</source>
        <translation>اسحب كل واحد إلى مكانه، أو اضغط عليه ثم على المكان.</translation>
    </message>
    <message>
        <source>That is all you can choose. Press one again to take it back.</source>
        <translation>لا يمكنك اختيار المزيد. اضغط على واحد مرة أخرى لتتراجع عنه.</translation>
    </message>
    <message>
        <source>All have a number. Press one again to take it back.</source>
        <translation>لكل مكان رقم. اضغط على واحد مرة أخرى لتتراجع عنه.</translation>
    </message>
    <message>
        <source>Choose which is number {number}.</source>
        <translation>اختر صاحب الرقم {number}.</translation>
    </message>
    <message>
        <source>Choose a place on the picture.</source>
        <translation>اختر مكانًا على الصورة.</translation>
    </message>
    <message>
        <source>Choose the words in the text.</source>
        <translation>اختر الكلمات في النص.</translation>
    </message>
    <message>
        <source>That is all you can choose. Tap one of yours to take it back.</source>
        <translation>لا يمكنك اختيار المزيد. المس أحد اختياراتك لتتراجع عنه.</translation>
    </message>
    <message>
        <source>Blank</source>
        <comment>a place in a text to be filled</comment>
        <translation>فراغ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>Tap two that belong together, or drag them.</source>
        <translation>المس اثنين متناسبين، أو اسحبهما.</translation>
    </message>
    <message>
        <source>All have one. Tap an answer to take it out again.</source>
        <translation>لكل واحد إجابة. المس إجابة لتُخرجها.</translation>
    </message>
    <message>
        <source>Tick what belongs together.</source>
        <translation>ضع علامة على ما يتناسب.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>تابع من دونه</translation>
    </message>
    <message>
        <source>This sound or film cannot be played.</source>
        <translation>لا يمكن تشغيل هذا الصوت أو الفيلم.</translation>
    </message>
    <message>
        <source>Sounds and films cannot be played on this computer yet. Whoever looks after it can add that: install timeback-kiosk with its extra “media”.</source>
        <translation>لا يمكن بعد تشغيل الأصوات والأفلام على هذا الحاسوب. يستطيع المسؤول عنه إضافة ذلك: بتثبيت timeback-kiosk مع الإضافة “media”.</translation>
    </message>
    <message>
        <source>That was all: it can be played no more.</source>
        <translation>هذا كل شيء: لا يمكن تشغيله مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>It can be played %n times.</source>
        <translation>
            <numerusform>لا يمكن تشغيله بعد الآن.</numerusform>
            <numerusform>يمكن تشغيله مرة واحدة.</numerusform>
            <numerusform>يمكن تشغيله مرتين.</numerusform>
            <numerusform>يمكن تشغيله %n مرات.</numerusform>
            <numerusform>يمكن تشغيله %n مرة.</numerusform>
            <numerusform>يمكن تشغيله %n مرة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Played %n times.</source>
        <translation>
            <numerusform>لم يُشغّل بعد.</numerusform>
            <numerusform>شُغّل مرة واحدة.</numerusform>
            <numerusform>شُغّل مرتين.</numerusform>
            <numerusform>شُغّل %n مرات.</numerusform>
            <numerusform>شُغّل %n مرة.</numerusform>
            <numerusform>شُغّل %n مرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>ترتيبك</translation>
    </message>
    <message>
        <source>The right order</source>
        <translation>الترتيب الصحيح</translation>
    </message>
    <message>
        <source>That is all you can choose. Press one again to take it out first.</source>
        <translation>لا يمكنك اختيار المزيد. اضغط أولًا على واحد مرة أخرى لتُخرجه.</translation>
    </message>
    <message>
        <source>Now choose the place where it goes.</source>
        <translation>اختر الآن المكان الذي يوضع فيه.</translation>
    </message>
    <message>
        <source>Drag them into order, or tap one and then the place where it goes.</source>
        <translation>اسحبها لترتّبها، أو المس واحدة ثم مكانها.</translation>
    </message>
    <message>
        <source>Drag the rows into order, or use the arrows.</source>
        <translation>اسحب الصفوف لترتّبها، أو استعمل الأسهم.</translation>
    </message>
    <message>
        <source>Tap them in their order.</source>
        <translation>المسها بالترتيب.</translation>
    </message>
    <message>
        <source>{thing} that was missed</source>
        <translation>{thing} لم يوجد</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>شيء</translation>
    </message>
    <message>
        <source>Drag it to move it. Press it to take it away.</source>
        <translation>اسحبه لتنقله. اضغط عليه لتزيله.</translation>
    </message>
    <message>
        <source>Drag it onto the picture, or press the picture where it goes.</source>
        <translation>اسحبه إلى الصورة، أو اضغط على مكانه في الصورة.</translation>
    </message>
    <message>
        <source>All are on the picture</source>
        <translation>كلها على الصورة</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>things to put on a picture</comment>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>بقي واحد</numerusform>
            <numerusform>بقي اثنان</numerusform>
            <numerusform>بقي %n</numerusform>
            <numerusform>بقي %n</numerusform>
            <numerusform>بقي %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Put one on the picture: {thing}</source>
        <translation>ضع واحدًا على الصورة: {thing}</translation>
    </message>
    <message>
        <source>Point</source>
        <comment>a place on a picture</comment>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>أضف نقطة</translation>
    </message>
    <message>
        <source>Drag a point to move it. Press it to take it away.</source>
        <translation>اسحب نقطة لتنقلها. اضغط عليها لتزيلها.</translation>
    </message>
    <message>
        <source>Press the right place on the picture.</source>
        <translation>اضغط على المكان الصحيح في الصورة.</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>شريط التمرير</translation>
    </message>
    <message>
        <source>Move the slider to your answer.</source>
        <translation>حرّك المؤشر إلى إجابتك.</translation>
    </message>
    <message>
        <source>The right answer: {answer}</source>
        <translation>الإجابة الصحيحة: {answer}</translation>
    </message>
    <message>
        <source>A number, such as 3, 0.5 or 1/2</source>
        <translation>عدد، مثل 3 أو 0.5 أو 1/2</translation>
    </message>
    <message>
        <source>Type your answer</source>
        <translation>اكتب إجابتك</translation>
    </message>
    <message>
        <source>This task needs {thing}, which this program does not have. It does not count.</source>
        <translation>تحتاج هذه المهمة إلى {thing}، وهو غير موجود في هذا البرنامج. لن تُحتسب.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختر ملفًا</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>تراجع عنه</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>أفلت ملفًا هنا، أو اختر ملفًا.</translation>
    </message>
    <message>
        <source>Handed in, {size}</source>
        <translation>تم التسليم، {size}</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>اختر ملفًا آخر</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>لا ملف بعد</translation>
    </message>
    <message>
        <source>Choose a file to hand in</source>
        <translation>اختر ملفًا لتسلّمه</translation>
    </message>
    <message>
        <source>What can be handed in</source>
        <translation>ما يمكن تسليمه</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>جارٍ قراءة {file} …</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}; choose another file.</source>
        <translation>لا يمكن قراءة {file}: {reason}؛ اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>{file} is of another kind; this takes {kinds}.</source>
        <translation>{file} من نوع آخر؛ المقبول هنا: {kinds}.</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>أصوات</translation>
    </message>
    <message>
        <source>films</source>
        <translation>أفلام</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>نصوص</translation>
    </message>
    <message>
        <source>Any kind, up to {most} MiB</source>
        <translation>أي نوع، حتى {most} م.ب</translation>
    </message>
    <message>
        <source>{kinds}, up to {most} MiB</source>
        <translation>{kinds}، حتى {most} م.ب</translation>
    </message>
    <message>
        <source>{size} MiB</source>
        <translation>{size} م.ب</translation>
    </message>
    <message>
        <source>{size} KiB</source>
        <translation>{size} ك.ب</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>محفوظ على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>تركيز</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>بلا نشاط</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>A word to your teacher</source>
        <translation>كلمة إلى معلّمك</translation>
    </message>
    <message>
        <source>About this question, if you like. It is no part of your answer.</source>
        <translation>عن هذا السؤال، إن أردت. ليست جزءًا من إجابتك.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes</source>
        <translation>
            <numerusform>%n دقيقة تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
            <numerusform>%n دقائق تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
            <numerusform>%n دقيقة تركيز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n focused minutes</source>
        <translation>
            <numerusform>{done} من %n دقيقة تركيز</numerusform>
            <numerusform>{done} من دقيقة تركيز واحدة</numerusform>
            <numerusform>{done} من دقيقتي تركيز</numerusform>
            <numerusform>{done} من %n دقائق تركيز</numerusform>
            <numerusform>{done} من %n دقيقة تركيز</numerusform>
            <numerusform>{done} من %n دقيقة تركيز</numerusform>
        </translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>Goal {minutes}</source>
        <translation>الهدف {minutes}</translation>
    </message>
    <message>
        <source>Your minutes will grow here.</source>
        <translation>ستنمو دقائقك هنا.</translation>
    </message>
    <message>
        <source>XP this week</source>
        <translation>نقاط الخبرة هذا الأسبوع</translation>
    </message>
    <message>
        <source>Your goal for today is {minutes}.</source>
        <translation>هدفك اليوم {minutes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more to your goal of {goal}</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>بلغت هدفك {goal}</numerusform>
            <numerusform>بقيت دقيقة واحدة لتبلغ هدفك {goal}</numerusform>
            <numerusform>بقيت دقيقتان لتبلغ هدفك {goal}</numerusform>
            <numerusform>بقيت %n دقائق لتبلغ هدفك {goal}</numerusform>
            <numerusform>بقيت %n دقيقة لتبلغ هدفك {goal}</numerusform>
            <numerusform>بقيت %n دقيقة لتبلغ هدفك {goal}</numerusform>
        </translation>
    </message>
    <message>
        <source>You reached your goal.</source>
        <translation>بلغت هدفك.</translation>
    </message>
    <message>
        <source>Drawing: {picture}</source>
        <translation>رسم: {picture}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>رسم</translation>
    </message>
    <message>
        <source>Arrows move the pen, Space puts it down and lifts it.</source>
        <translation>الأسهم تحرّك القلم، ومفتاح المسافة يُنزله ويرفعه.</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>إجابة صحيحة.</translation>
    </message>
    <message>
        <source>Part of this is right.</source>
        <translation>جزء من هذا صحيح.</translation>
    </message>
    <message>
        <source>Now you know it for next time.</source>
        <translation>الآن تعرفها للمرة القادمة.</translation>
    </message>
    <message>
        <source>Part of this is right. Try once more.</source>
        <translation>جزء من هذا صحيح. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Not yet. Try once more.</source>
        <translation>ليس بعد. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Gap in “{sentence}”: {word}</source>
        <translation>فراغ في «{sentence}»: {word}</translation>
    </message>
    <message>
        <source>Gap: {word}</source>
        <translation>فراغ: {word}</translation>
    </message>
    <message>
        <source>{thing}, on: {place}</source>
        <translation>{thing}، على: {place}</translation>
    </message>
    <message>
        <source>Take out {thing}, on: {place}</source>
        <translation>أخرج {thing}، على: {place}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} و{other}</translation>
    </message>
    <message>
        <source>Take away the line between {places}</source>
        <translation>أزل الخط بين {places}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message numerus="yes">
        <source>%n entered</source>
        <comment>digits or pictures of a secret</comment>
        <translation>
            <numerusform>لم يُدخل شيء</numerusform>
            <numerusform>أُدخل واحد</numerusform>
            <numerusform>أُدخل اثنان</numerusform>
            <numerusform>أُدخل %n</numerusform>
            <numerusform>أُدخل %n</numerusform>
            <numerusform>أُدخل %n</numerusform>
        </translation>
    </message>
    <message>
        <source>My answers: {lesson}</source>
        <translation>إجاباتي: {lesson}</translation>
    </message>
    <message>
        <source>{one}, nothing yet</source>
        <translation>{one}، لا شيء بعد</translation>
    </message>
    <message>
        <source>Nothing yet for {one}</source>
        <translation>لا شيء بعد لـ {one}</translation>
    </message>
    <message>
        <source>{one}, with {other}</source>
        <translation>{one}، مع {other}</translation>
    </message>
    <message>
        <source>Take out {thing}</source>
        <translation>أخرج {thing}</translation>
    </message>
    <message>
        <source>Move up: {row}</source>
        <translation>حرّك إلى الأعلى: {row}</translation>
    </message>
    <message>
        <source>Move down: {row}</source>
        <translation>حرّك إلى الأسفل: {row}</translation>
    </message>
    <message>
        <source>{place} of {count}: {row}, picked up</source>
        <translation>{place} من {count}: {row}، مرفوع</translation>
    </message>
    <message>
        <source>{place} of {count}: {row}</source>
        <translation>{place} من {count}: {row}</translation>
    </message>
    <message>
        <source>{choice}, take it out</source>
        <translation>{choice}، أخرجه</translation>
    </message>
    <message>
        <source>{one} and {other} are a pair</source>
        <translation>{one} و{other} زوج</translation>
    </message>
    <message>
        <source>Take apart {one} and {other}</source>
        <translation>افصل {one} عن {other}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Place in the film</source>
        <translation>الموضع في الفيلم</translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation>الموضع في الصوت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Pause: {what}</source>
        <translation>أوقف مؤقتًا: {what}</translation>
    </message>
    <message>
        <source>Play: {what}</source>
        <translation>شغّل: {what}</translation>
    </message>
    <message>
        <source>{time} of {length}</source>
        <translation>{time} من {length}</translation>
    </message>
    <message>
        <source>{percent} percent done</source>
        <translation>أُنجز {percent} بالمئة</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>لا محاولات</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>%n محاولات</numerusform>
            <numerusform>%n محاولة</numerusform>
            <numerusform>%n محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>One try</source>
        <translation>محاولة واحدة</translation>
    </message>
    <message>
        <source>Try {number} of {count}</source>
        <translation>المحاولة {number} من {count}</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>لا يمكن عرض هذه الصورة.</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>رقم {number}</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>لا إجابة بعد</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>من {low} إلى {high}</translation>
    </message>
    <message>
        <source>Place {number} of {count}</source>
        <translation>المكان {number} من {count}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>آخرون</translation>
    </message>
    <message numerus="yes">
        <source>%n students</source>
        <translation>
            <numerusform>لا طلاب</numerusform>
            <numerusform>طالب واحد</numerusform>
            <numerusform>طالبان</numerusform>
            <numerusform>%n طلاب</numerusform>
            <numerusform>%n طالبًا</numerusform>
            <numerusform>%n طالب</numerusform>
        </translation>
    </message>
    <message>
        <source>Join your school</source>
        <translation>انضم إلى مدرستك</translation>
    </message>
    <message>
        <source>With a code</source>
        <translation>برمز</translation>
    </message>
    <message>
        <source>blank</source>
        <comment>a place in a text to be filled, read out</comment>
        <translation>فراغ</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>an answer</comment>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>The right answer</source>
        <translation>الإجابة الصحيحة</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>ليست هذه</translation>
    </message>
    <message>
        <source>Not in this place</source>
        <translation>ليس في هذا المكان</translation>
    </message>
    <message>
        <source>Focused minutes this week</source>
        <translation>دقائق التركيز هذا الأسبوع</translation>
    </message>
    <message>
        <source>Your goal is {minutes} a day.</source>
        <translation>هدفك {minutes} في اليوم.</translation>
    </message>
    <message numerus="yes">
        <source>You can go on in %n seconds.</source>
        <translation>
            <numerusform>يمكنك المتابعة الآن.</numerusform>
            <numerusform>يمكنك المتابعة بعد ثانية.</numerusform>
            <numerusform>يمكنك المتابعة بعد ثانيتين.</numerusform>
            <numerusform>يمكنك المتابعة بعد %n ثوانٍ.</numerusform>
            <numerusform>يمكنك المتابعة بعد %n ثانية.</numerusform>
            <numerusform>يمكنك المتابعة بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer this question first.</source>
        <translation>أجب عن هذا السؤال أولًا.</translation>
    </message>
    <message>
        <source>{file} has {size} MiB, and a file that is handed in may have {most} MiB; choose a smaller one.</source>
        <translation>حجم {file} هو {size} م.ب، وأكبر حجم يمكن تسليمه {most} م.ب؛ اختر ملفًا أصغر.</translation>
    </message>
    <message numerus="yes">
        <source>Write at least %n answers.</source>
        <translation>
            <numerusform>اكتب إجابة.</numerusform>
            <numerusform>اكتب إجابة واحدة على الأقل.</numerusform>
            <numerusform>اكتب إجابتين على الأقل.</numerusform>
            <numerusform>اكتب %n إجابات على الأقل.</numerusform>
            <numerusform>اكتب %n إجابة على الأقل.</numerusform>
            <numerusform>اكتب %n إجابة على الأقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>اختر واحدًا أو أكثر.</translation>
    </message>
    <message>
        <source>Choose one or more answers first.</source>
        <translation>اختر أولًا إجابة أو أكثر.</translation>
    </message>
    <message>
        <source>Choose no more than {count}.</source>
        <translation>لا تختر أكثر من {count}.</translation>
    </message>
    <message>
        <source>Choose something for each one first.</source>
        <translation>اختر أولًا شيئًا لكل واحد.</translation>
    </message>
    <message numerus="yes">
        <source>Some belong with at least %n others.</source>
        <translation>
            <numerusform>اختر لكل واحد ما يناسبه.</numerusform>
            <numerusform>بعضها يناسب واحدًا آخر على الأقل.</numerusform>
            <numerusform>بعضها يناسب اثنين آخرين على الأقل.</numerusform>
            <numerusform>بعضها يناسب %n أخرى على الأقل.</numerusform>
            <numerusform>بعضها يناسب %n أخرى على الأقل.</numerusform>
            <numerusform>بعضها يناسب %n أخرى على الأقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make no more than one pair.</source>
        <translation>لا تكوّن أكثر من زوج واحد.</translation>
    </message>
    <message numerus="yes">
        <source>Make no more than %n pairs.</source>
        <translation>
            <numerusform>لا تكوّن أزواجًا.</numerusform>
            <numerusform>لا تكوّن أكثر من زوج واحد.</numerusform>
            <numerusform>لا تكوّن أكثر من زوجين.</numerusform>
            <numerusform>لا تكوّن أكثر من %n أزواج.</numerusform>
            <numerusform>لا تكوّن أكثر من %n زوجًا.</numerusform>
            <numerusform>لا تكوّن أكثر من %n زوج.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch all of it first.</source>
        <translation>شاهده كله أولًا.</translation>
    </message>
    <message>
        <source>Listen to all of it first.</source>
        <translation>استمع إليه كله أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>Watch all of it %n times first.</source>
        <translation>
            <numerusform>شاهده كله أولًا.</numerusform>
            <numerusform>شاهده كله مرة واحدة أولًا.</numerusform>
            <numerusform>شاهده كله مرتين أولًا.</numerusform>
            <numerusform>شاهده كله %n مرات أولًا.</numerusform>
            <numerusform>شاهده كله %n مرة أولًا.</numerusform>
            <numerusform>شاهده كله %n مرة أولًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listen to all of it %n times first.</source>
        <translation>
            <numerusform>استمع إليه كله أولًا.</numerusform>
            <numerusform>استمع إليه كله مرة واحدة أولًا.</numerusform>
            <numerusform>استمع إليه كله مرتين أولًا.</numerusform>
            <numerusform>استمع إليه كله %n مرات أولًا.</numerusform>
            <numerusform>استمع إليه كله %n مرة أولًا.</numerusform>
            <numerusform>استمع إليه كله %n مرة أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose {count}.</source>
        <translation>اختر {count}.</translation>
    </message>
    <message>
        <source>Choose {few} or {most}.</source>
        <translation>اختر {few} أو {most}.</translation>
    </message>
    <message>
        <source>Choose {few} to {most}.</source>
        <translation>اختر من {few} إلى {most}.</translation>
    </message>
    <message>
        <source>Choose up to {count}.</source>
        <translation>اختر {count} على الأكثر.</translation>
    </message>
    <message>
        <source>Choose at least {count}.</source>
        <translation>اختر {count} على الأقل.</translation>
    </message>
    <message>
        <source>Make one pair.</source>
        <translation>كوّن زوجًا واحدًا.</translation>
    </message>
    <message numerus="yes">
        <source>Make %n pairs.</source>
        <translation>
            <numerusform>لا تكوّن أزواجًا.</numerusform>
            <numerusform>كوّن زوجًا واحدًا.</numerusform>
            <numerusform>كوّن زوجين.</numerusform>
            <numerusform>كوّن %n أزواج.</numerusform>
            <numerusform>كوّن %n زوجًا.</numerusform>
            <numerusform>كوّن %n زوج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} or %n pairs.</source>
        <translation>
            <numerusform>كوّن {few} من الأزواج.</numerusform>
            <numerusform>كوّن زوجًا واحدًا.</numerusform>
            <numerusform>كوّن زوجًا أو زوجين.</numerusform>
            <numerusform>كوّن {few} أو %n أزواج.</numerusform>
            <numerusform>كوّن {few} أو %n زوجًا.</numerusform>
            <numerusform>كوّن {few} أو %n زوج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} to %n pairs.</source>
        <translation>
            <numerusform>كوّن {few} من الأزواج.</numerusform>
            <numerusform>كوّن زوجًا واحدًا.</numerusform>
            <numerusform>كوّن زوجًا أو زوجين.</numerusform>
            <numerusform>كوّن من {few} إلى %n أزواج.</numerusform>
            <numerusform>كوّن من {few} إلى %n زوجًا.</numerusform>
            <numerusform>كوّن من {few} إلى %n زوج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make up to %n pairs.</source>
        <translation>
            <numerusform>لا تكوّن أزواجًا.</numerusform>
            <numerusform>كوّن زوجًا واحدًا على الأكثر.</numerusform>
            <numerusform>كوّن زوجين على الأكثر.</numerusform>
            <numerusform>كوّن %n أزواج على الأكثر.</numerusform>
            <numerusform>كوّن %n زوجًا على الأكثر.</numerusform>
            <numerusform>كوّن %n زوج على الأكثر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make at least %n pairs.</source>
        <translation>
            <numerusform>كوّن أزواجًا.</numerusform>
            <numerusform>كوّن زوجًا واحدًا على الأقل.</numerusform>
            <numerusform>كوّن زوجين على الأقل.</numerusform>
            <numerusform>كوّن %n أزواج على الأقل.</numerusform>
            <numerusform>كوّن %n زوجًا على الأقل.</numerusform>
            <numerusform>كوّن %n زوج على الأقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>اختر إجابة أولًا.</translation>
    </message>
    <message>
        <source>Type your answer first.</source>
        <translation>اكتب إجابتك أولًا.</translation>
    </message>
    <message>
        <source>Write your answer first.</source>
        <translation>اكتب إجابتك أولًا.</translation>
    </message>
    <message>
        <source>This is still mixed up. Put it in order first.</source>
        <translation>ما زال هذا غير مرتّب. رتّبه أولًا.</translation>
    </message>
    <message>
        <source>Make a pair first.</source>
        <translation>كوّن زوجًا أولًا.</translation>
    </message>
    <message>
        <source>Fill a gap first.</source>
        <translation>املأ فراغًا أولًا.</translation>
    </message>
    <message>
        <source>Choose a place in the text first.</source>
        <translation>اختر مكانًا في النص أولًا.</translation>
    </message>
    <message>
        <source>Choose a place on the picture first.</source>
        <translation>اختر مكانًا على الصورة أولًا.</translation>
    </message>
    <message>
        <source>Choose every place on the picture, one after another.</source>
        <translation>اختر كل الأماكن على الصورة، واحدًا بعد الآخر.</translation>
    </message>
    <message>
        <source>Join two places first.</source>
        <translation>صِل بين مكانين أولًا.</translation>
    </message>
    <message>
        <source>Put something on the picture first.</source>
        <translation>ضع شيئًا على الصورة أولًا.</translation>
    </message>
    <message>
        <source>Touch the picture first.</source>
        <translation>المس الصورة أولًا.</translation>
    </message>
    <message>
        <source>Put it on the picture first.</source>
        <translation>ضعه على الصورة أولًا.</translation>
    </message>
    <message>
        <source>Move the slider first.</source>
        <translation>حرّك المؤشر أولًا.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>اختر ملفًا أولًا.</translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation>ارسم شيئًا أولًا.</translation>
    </message>
    <message>
        <source>Only one pair. Take it apart first.</source>
        <translation>زوج واحد فقط. افصله أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n pairs. Take one apart first.</source>
        <translation>
            <numerusform>لا أزواج هنا.</numerusform>
            <numerusform>زوج واحد فقط. افصله أولًا.</numerusform>
            <numerusform>زوجان على الأكثر. افصل أحدهما أولًا.</numerusform>
            <numerusform>%n أزواج على الأكثر. افصل أحدها أولًا.</numerusform>
            <numerusform>%n زوجًا على الأكثر. افصل أحدها أولًا.</numerusform>
            <numerusform>%n زوج على الأكثر. افصل أحدها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these has all it can have. Take it out of a pair first.</source>
        <translation>لا مكان لمزيد عند أحد هذين. أخرجه من زوج أولًا.</translation>
    </message>
    <message>
        <source>Choose two that are not the same.</source>
        <translation>اختر اثنين مختلفين.</translation>
    </message>
    <message>
        <source>These two are a pair already.</source>
        <translation>هذان زوج بالفعل.</translation>
    </message>
    <message>
        <source>These two cannot go together.</source>
        <translation>لا يمكن أن يجتمع هذان.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of about %n words</source>
        <translation>
            <numerusform>{count} كلمة</numerusform>
            <numerusform>{count} من نحو كلمة واحدة</numerusform>
            <numerusform>{count} من نحو كلمتين</numerusform>
            <numerusform>{count} من نحو %n كلمات</numerusform>
            <numerusform>{count} من نحو %n كلمة</numerusform>
            <numerusform>{count} من نحو %n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>النص والألوان</translation>
    </message>
    <message>
        <source>Keys to type with</source>
        <translation>مفاتيح للكتابة</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>أرقام وعلامات</translation>
    </message>
    <message>
        <source>Letters with accents</source>
        <translation>حروف بعلامات</translation>
    </message>
    <message>
        <source>Another alphabet</source>
        <translation>أبجدية أخرى</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Put the keys away</source>
        <translation>إخفاء المفاتيح</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>More signs</source>
        <translation>المزيد من العلامات</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>أحرف كبيرة</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
</context>
</TS>

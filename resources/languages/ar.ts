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
        <source>It lets the student try again now.</source>
        <translation>يتيح للطالب أن يحاول مرة أخرى الآن.</translation>
    </message>
    <message>
        <source>It gives today&apos;s work to whoever did it.</source>
        <translation>ينقل عمل اليوم إلى من قام به.</translation>
    </message>
    <message>
        <source>Only a teacher can close the kiosk.</source>
        <translation>لا يمكن إغلاق الكشك إلا من قِبل معلّم.</translation>
    </message>
    <message>
        <source>New lesson: {title}</source>
        <translation>درس جديد: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n new lessons: {titles}</source>
        <translation>
            <numerusform>لا دروس جديدة: {titles}</numerusform>
            <numerusform>درس جديد واحد: {titles}</numerusform>
            <numerusform>درسان جديدان: {titles}</numerusform>
            <numerusform>%n دروس جديدة: {titles}</numerusform>
            <numerusform>%n درسًا جديدًا: {titles}</numerusform>
            <numerusform>%n درس جديد: {titles}</numerusform>
        </translation>
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
        <source>Battery low. Tell your teacher.</source>
        <translation>البطارية ضعيفة. أخبر معلّمك.</translation>
    </message>
    <message>
        <source>Battery almost empty. Tell your teacher now.</source>
        <translation>البطارية على وشك النفاد. أخبر معلّمك الآن.</translation>
    </message>
    <message>
        <source>Your work is saved.</source>
        <translation>عملك محفوظ.</translation>
    </message>
    <message>
        <source>Your teacher opened “{lesson}” for you.</source>
        <translation>فتح لك معلّمك «{lesson}».</translation>
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
    <message numerus="yes">
        <source>%n messages are sent from here again.</source>
        <translation>
            <numerusform>لا توجد رسائل تُرسَل من هنا مجددًا.</numerusform>
            <numerusform>تُرسَل رسالة واحدة من هنا مجددًا.</numerusform>
            <numerusform>تُرسَل رسالتان من هنا مجددًا.</numerusform>
            <numerusform>تُرسَل %n رسائل من هنا مجددًا.</numerusform>
            <numerusform>تُرسَل %n رسالة من هنا مجددًا.</numerusform>
            <numerusform>تُرسَل %n رسالة من هنا مجددًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages count as delivered.</source>
        <translation>
            <numerusform>لا توجد رسائل تُعدّ مُسلَّمة.</numerusform>
            <numerusform>تُعدّ رسالة واحدة مُسلَّمة.</numerusform>
            <numerusform>تُعدّ رسالتان مُسلَّمتين.</numerusform>
            <numerusform>تُعدّ %n رسائل مُسلَّمة.</numerusform>
            <numerusform>تُعدّ %n رسالة مُسلَّمة.</numerusform>
            <numerusform>تُعدّ %n رسالة مُسلَّمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of the work of {name} is in {folder}.</source>
        <translation>نسخة من عمل {name} موجودة في {folder}.</translation>
    </message>
    <message>
        <source>This student is not on this computer any more.</source>
        <translation>لم يعد هذا الطالب على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Timeback Kiosk, blank display</source>
        <translation>Timeback Kiosk، شاشة فارغة</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons begin with “{asked}”: {lessons}. Say which one.</source>
        <translation>
            <numerusform>لا دروس تبدأ بـ «{asked}»: {lessons}. حدّد أيّها.</numerusform>
            <numerusform>درس واحد يبدأ بـ «{asked}»: {lessons}. حدّد أيّها.</numerusform>
            <numerusform>درسان يبدآن بـ «{asked}»: {lessons}. حدّد أيّهما.</numerusform>
            <numerusform>%n دروس تبدأ بـ «{asked}»: {lessons}. حدّد أيّها.</numerusform>
            <numerusform>%n درسًا تبدأ بـ «{asked}»: {lessons}. حدّد أيّها.</numerusform>
            <numerusform>%n درس تبدأ بـ «{asked}»: {lessons}. حدّد أيّها.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no lessons on this computer; add some first.</source>
        <translation>لا توجد دروس على هذا الحاسوب؛ أضف بعضها أولًا.</translation>
    </message>
    <message>
        <source>There is no lesson “{asked}” on this computer.</source>
        <translation>لا يوجد درس «{asked}» على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Did you mean {lesson}?</source>
        <translation>هل تقصد {lesson}؟</translation>
    </message>
    <message>
        <source>There are: {lessons}.</source>
        <translation>الموجود: {lessons}.</translation>
    </message>
    <message>
        <source>Open “{lesson}”?</source>
        <translation>هل تريد فتح «{lesson}»؟</translation>
    </message>
    <message>
        <source>Open “{lesson}” for {name}?</source>
        <translation>هل تريد فتح «{lesson}» من أجل {name}؟</translation>
    </message>
    <message>
        <source>A link asks for this lesson.</source>
        <translation>طلب رابطٌ هذا الدرس.</translation>
    </message>
    <message>
        <source>“{lesson}” is kept. You can go on with it later.</source>
        <translation>«{lesson}» محفوظ. يمكنك متابعته لاحقًا.</translation>
    </message>
    <message>
        <source>“{lesson}” is kept. {name} can go on with it later.</source>
        <translation>«{lesson}» محفوظ. يمكن متابعته لاحقًا باسم {name}.</translation>
    </message>
    <message numerus="yes">
        <source>{lessons} and %n more</source>
        <translation>
            <numerusform>{lessons} فقط</numerusform>
            <numerusform>{lessons} وواحد آخر</numerusform>
            <numerusform>{lessons} واثنان آخران</numerusform>
            <numerusform>{lessons} و%n أخرى</numerusform>
            <numerusform>{lessons} و%n أخرى</numerusform>
            <numerusform>{lessons} و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, since {start}, still going on</source>
        <translation>{lesson}، منذ {start}، ما زال مستمرًا</translation>
    </message>
    <message>
        <source>{lesson}, {start} to {end}</source>
        <translation>{lesson}، من {start} إلى {end}</translation>
    </message>
    <message>
        <source>{time} not sent yet: can move.</source>
        <translation>{time} لم يُرسَل بعد: يمكن نقله.</translation>
    </message>
    <message>
        <source>{time} already sent: stays with {name}.</source>
        <translation>{time} أُرسِل بالفعل: يبقى باسم {name}.</translation>
    </message>
    <message>
        <source>The result was sent already.</source>
        <translation>أُرسِلت النتيجة بالفعل.</translation>
    </message>
    <message>
        <source>{lesson}, {start}: {time} and the answers are with {name} now.</source>
        <translation>{lesson}، {start}: أصبح {time} مع الإجابات باسم {name} الآن.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Sent already in the name of {name}, to be put right in Timeback: {what}.</source>
        <translation>أُرسِل من قبل باسم {name}، ويجب تصحيحه في Timeback: {what}.</translation>
    </message>
    <message>
        <source>{lesson}, {start}: {reason}</source>
        <translation>{lesson}، {start}: {reason}</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}٪</translation>
    </message>
    <message>
        <source>Connect to Timeback</source>
        <translation>الاتصال بـ Timeback</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الدخول</translation>
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
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation>الانضمام برمز</translation>
    </message>
    <message>
        <source>For {name}. Your teacher has the address and the token.</source>
        <translation>من أجل {name}. العنوان ورمز الدخول لدى معلّمك.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Type the server address first.</source>
        <translation>اكتب عنوان الخادم أولًا.</translation>
    </message>
    <message>
        <source>Type the token first.</source>
        <translation>اكتب رمز الدخول أولًا.</translation>
    </message>
    <message>
        <source>Eyes to the front</source>
        <translation>انظروا إلى الأمام</translation>
    </message>
    <message>
        <source>Your answers are kept. You can go on in a moment.</source>
        <translation>إجاباتك محفوظة. يمكنك المتابعة بعد قليل.</translation>
    </message>
    <message>
        <source>Join your school</source>
        <translation>انضم إلى مدرستك</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>انضمام</translation>
    </message>
    <message>
        <source>Your teacher has the code and the address. Then your class is on this computer.</source>
        <translation>الرمز والعنوان لدى معلّمك. بعدها يظهر صفّك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>جارٍ الانضمام</translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>اكتب الرمز أولًا.</translation>
    </message>
    <message>
        <source>Type the address first.</source>
        <translation>اكتب العنوان أولًا.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>{title}: {choice}</source>
        <translation>{title}: {choice}</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>النص والألوان</translation>
    </message>
    <message>
        <source>The sun warms the sea. Water rises as vapour, cools high up, and falls again as rain.</source>
        <translation>تدفئ الشمس البحر، فيصعد الماء بخارًا، ويبرد في الأعالي، ثم يعود مطرًا.</translation>
    </message>
    <message>
        <source>Clear letters</source>
        <translation>حروف واضحة</translation>
    </message>
    <message>
        <source>Letters for beginners</source>
        <translation>حروف للمبتدئين</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Room between lines</source>
        <translation>المسافة بين الأسطر</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالٍ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>There is no teacher&apos;s PIN yet</source>
        <translation>لا يوجد رقم سري للمعلّم بعد</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>إغلاق البرنامج</translation>
    </message>
    <message>
        <source>Kiosk mode can only be left with the teacher&apos;s PIN, so a teacher sets it before students come.</source>
        <translation>لا يمكن الخروج من وضع الكشك إلا بالرقم السري للمعلّم، لذلك يُحدَّد قبل قدوم الطلاب.</translation>
    </message>
    <message>
        <source>Run “kiosk teacher-pin” as the user whom this program runs as. Then it goes on here by itself.</source>
        <translation>شغّل الأمر “kiosk teacher-pin” باسم المستخدم الذي يعمل به هذا البرنامج، ثم يتابع هنا تلقائيًا.</translation>
    </message>
    <message>
        <source>Or close the program, start it with “kiosk --mode window”, and choose the PIN behind the lock.</source>
        <translation>أو أغلق البرنامج، وشغّله بالأمر “kiosk --mode window”، ثم اختر الرقم السري خلف القفل.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>This was not {name}</source>
        <translation>لم يكن هذا {name}</translation>
    </message>
    <message>
        <source>{name} has no lessons of today on this computer.</source>
        <translation>لا توجد دروس اليوم باسم {name} على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Which lessons were somebody else&apos;s?</source>
        <translation>ما الدروس التي تخص شخصًا آخر؟</translation>
    </message>
    <message>
        <source>Who was it really?</source>
        <translation>من كان في الحقيقة؟</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>the work was moved</comment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Choose the lessons and the student first.</source>
        <translation>اختر الدروس والطالب أولًا.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Now try again.</source>
        <translation>حاول مرة أخرى الآن.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {time}.</source>
        <translation>محاولات خاطئة كثيرة. انتظر {time}.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>صورك</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>للمعلّم</translation>
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
        <source>Hello, {name}!</source>
        <translation>مرحبًا يا {name}!</translation>
    </message>
    <message>
        <source>Choose your 3 pictures.</source>
        <translation>اختر صورك الثلاث.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>اكتب رقمك السري.</translation>
    </message>
    <message>
        <source>Ask your teacher, or wait {time}.</source>
        <translation>اطلب المساعدة من معلّمك، أو انتظر {time}.</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>افتحه الآن</translation>
    </message>
    <message numerus="yes">
        <source>It opens in %n seconds.</source>
        <translation>
            <numerusform>يُفتح الآن.</numerusform>
            <numerusform>يُفتح بعد ثانية واحدة.</numerusform>
            <numerusform>يُفتح بعد ثانيتين.</numerusform>
            <numerusform>يُفتح بعد %n ثوانٍ.</numerusform>
            <numerusform>يُفتح بعد %n ثانية.</numerusform>
            <numerusform>يُفتح بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not it. Try again.</source>
        <translation>ليس هذا صحيحًا. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>حفظ كجدول</translation>
    </message>
    <message>
        <source>Launch a lesson</source>
        <translation>فتح درس</translation>
    </message>
    <message>
        <source>last here: {when}</source>
        <translation>آخر مرة هنا: {when}</translation>
    </message>
    <message>
        <source>focused: {time}</source>
        <translation>بتركيز: {time}</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>الطالب</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>الدرس</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>آخر مرة هنا</translation>
    </message>
    <message>
        <source>Focused</source>
        <comment>a column of focused minutes</comment>
        <translation>التركيز</translation>
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
        <source>Work is</source>
        <comment>a column: where a student&apos;s work is</comment>
        <translation>مكان العمل</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
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
        <source>Import lessons</source>
        <translation>استيراد دروس</translation>
    </message>
    <message>
        <source>QTI, Common Cartridge, GIFT, Aiken and text2qti files, or lessons of our own. Drop them here.</source>
        <translation>ملفات QTI وCommon Cartridge وGIFT وAiken وtext2qti، أو دروسنا الخاصة. أفلتها هنا.</translation>
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
        <source>One moment, your lessons are coming.</source>
        <translation>لحظة واحدة، دروسك في الطريق.</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet. Please tell your teacher.</source>
        <translation>لا توجد دروس على هذا الحاسوب بعد. أخبر معلّمك من فضلك.</translation>
    </message>
    <message>
        <source>More lessons</source>
        <translation>المزيد من الدروس</translation>
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
        <source>Add a class list</source>
        <translation>إضافة قائمة صف</translation>
    </message>
    <message>
        <source>A text file with a name in each line, or a table (CSV) whose first line says “name” and “class”.</source>
        <translation>ملف نصي في كل سطر منه اسم، أو جدول (CSV) سطره الأول فيه «الاسم» و«الصف».</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>الطلاب</translation>
    </message>
    <message numerus="yes">
        <source>And %n more. The command “kiosk lesson import” tells them all.</source>
        <translation>
            <numerusform>لا غيرها. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
            <numerusform>وواحد آخر. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
            <numerusform>واثنان آخران. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
            <numerusform>و%n أخرى. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
            <numerusform>و%n أخرى. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
            <numerusform>و%n أخرى. الأمر “kiosk lesson import” يعرضها كلها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry work away</source>
        <translation>نقل العمل إلى الخارج</translation>
    </message>
    <message>
        <source>Take work in</source>
        <translation>استلام عمل</translation>
    </message>
    <message>
        <source>Where this computer cannot reach the server: carry what waits to one that can, in a sealed file.</source>
        <translation>إذا تعذّر على هذا الحاسوب الوصول إلى الخادم: انقل ما ينتظر في ملف مختوم إلى حاسوب يستطيع ذلك.</translation>
    </message>
    <message>
        <source>Work on a stick</source>
        <translation>العمل على ذاكرة USB</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Leave kiosk mode</source>
        <translation>الخروج من وضع الكشك</translation>
    </message>
    <message>
        <source>Go back to kiosk mode</source>
        <translation>العودة إلى وضع الكشك</translation>
    </message>
    <message>
        <source>Students cannot leave this program.</source>
        <translation>لا يمكن للطلاب مغادرة هذا البرنامج.</translation>
    </message>
    <message>
        <source>Anybody can leave this program now.</source>
        <translation>يمكن لأي شخص مغادرة هذا البرنامج الآن.</translation>
    </message>
    <message>
        <source>Kiosk mode</source>
        <translation>وضع الكشك</translation>
    </message>
    <message>
        <source>Given to the right student</source>
        <translation>أُعيد إلى الطالب الصحيح</translation>
    </message>
    <message>
        <source>What had been sent before stays to be put right in Timeback.</source>
        <translation>ما أُرسِل من قبل يبقى تصحيحه في Timeback.</translation>
    </message>
    <message>
        <source>The teacher&apos;s panel of this computer.</source>
        <translation>لوحة المعلّم على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>استيراد {file}</translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>لا ملفات للاستيراد</numerusform>
            <numerusform>استيراد ملف واحد</numerusform>
            <numerusform>استيراد ملفين</numerusform>
            <numerusform>استيراد %n ملفات</numerusform>
            <numerusform>استيراد %n ملفًا</numerusform>
            <numerusform>استيراد %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>As the files say</source>
        <translation>كما تقول الملفات</translation>
    </message>
    <message>
        <source>Another course</source>
        <translation>مقرر آخر</translation>
    </message>
    <message>
        <source>Subject and grade</source>
        <translation>المادة والصف</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Which course are the lessons for?</source>
        <translation>لأي مقرر هذه الدروس؟</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>لا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>لا أسئلة</numerusform>
            <numerusform>سؤال واحد</numerusform>
            <numerusform>سؤالان</numerusform>
            <numerusform>%n أسئلة</numerusform>
            <numerusform>%n سؤالًا</numerusform>
            <numerusform>%n سؤال</numerusform>
        </translation>
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
        <source>now version {version}</source>
        <translation>الآن الإصدار {version}</translation>
    </message>
    <message>
        <source>version {version} as before</source>
        <translation>الإصدار {version} كما كان</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons imported.</source>
        <translation>
            <numerusform>لم يُستورد أي درس.</numerusform>
            <numerusform>استُورد درس واحد.</numerusform>
            <numerusform>استُورد درسان.</numerusform>
            <numerusform>استُوردت %n دروس.</numerusform>
            <numerusform>استُورد %n درسًا.</numerusform>
            <numerusform>استُورد %n درس.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with loss.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>لا شيء منها ناقص.</numerusform>
            <numerusform>واحد منها مع نقص.</numerusform>
            <numerusform>اثنان منها مع نقص.</numerusform>
            <numerusform>%n منها مع نقص.</numerusform>
            <numerusform>%n منها مع نقص.</numerusform>
            <numerusform>%n منها مع نقص.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>لم يُرفض شيء.</numerusform>
            <numerusform>رُفض واحد.</numerusform>
            <numerusform>رُفض اثنان.</numerusform>
            <numerusform>رُفضت %n.</numerusform>
            <numerusform>رُفض %n.</numerusform>
            <numerusform>رُفض %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which lesson?</source>
        <translation>أي درس؟</translation>
    </message>
    <message>
        <source>There are no lessons on this computer yet.</source>
        <translation>لا توجد دروس على هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>رقم سري جديد</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>صور جديدة</translation>
    </message>
    <message>
        <source>A PIN</source>
        <translation>رقم سري</translation>
    </message>
    <message>
        <source>3 pictures</source>
        <translation>ثلاث صور</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>بلا سر</translation>
    </message>
    <message>
        <source>New secret for {name}</source>
        <translation>سر جديد من أجل {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n digits.</source>
        <translation>
            <numerusform>بلا أرقام.</numerusform>
            <numerusform>رقم واحد.</numerusform>
            <numerusform>رقمان.</numerusform>
            <numerusform>%n أرقام.</numerusform>
            <numerusform>%n رقمًا.</numerusform>
            <numerusform>%n رقم.</numerusform>
        </translation>
    </message>
    <message>
        <source>3 pictures, one after the other.</source>
        <translation>ثلاث صور، واحدة بعد الأخرى.</translation>
    </message>
    <message>
        <source>Once more, to be sure.</source>
        <translation>مرة أخرى للتأكد.</translation>
    </message>
    <message>
        <source>These were two different ones. Choose again.</source>
        <translation>كانا مختلفين. اختر من جديد.</translation>
    </message>
    <message>
        <source>Lessons to import</source>
        <translation>دروس للاستيراد</translation>
    </message>
    <message>
        <source>A class list</source>
        <translation>قائمة صف</translation>
    </message>
    <message>
        <source>Work from another computer</source>
        <translation>عمل من حاسوب آخر</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message numerus="yes">
        <source>%n messages sent.</source>
        <translation>
            <numerusform>لم تُرسَل أي رسالة.</numerusform>
            <numerusform>أُرسِلت رسالة واحدة.</numerusform>
            <numerusform>أُرسِلت رسالتان.</numerusform>
            <numerusform>أُرسِلت %n رسائل.</numerusform>
            <numerusform>أُرسِلت %n رسالة.</numerusform>
            <numerusform>أُرسِلت %n رسالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sent} {trouble}.</source>
        <translation>{sent} {trouble}.</translation>
    </message>
    <message>
        <source>{name}: it will be sent again.</source>
        <translation>{name}: سيُرسَل مرة أخرى.</translation>
    </message>
    <message>
        <source>{name}, {what}. If it did arrive, its time is counted twice. Look at the server first.</source>
        <translation>{name}، {what}. إن كانت قد وصلت فسيُحتسب وقتها مرتين. راجع الخادم أولًا.</translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>هل تُرسَل مرة أخرى؟</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إرسال مرة أخرى</translation>
    </message>
    <message>
        <source>{name}: it will never be sent.</source>
        <translation>{name}: لن تُرسَل أبدًا.</translation>
    </message>
    <message>
        <source>{name}, {what}. The server will not count it. It stays in the totals on this computer.</source>
        <translation>{name}، {what}. لن يحتسبها الخادم، وتبقى في مجاميع هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Never send it?</source>
        <translation>ألا تُرسَل أبدًا؟</translation>
    </message>
    <message>
        <source>Never send</source>
        <translation>عدم الإرسال أبدًا</translation>
    </message>
    <message>
        <source>Save every window as a table</source>
        <translation>حفظ كل الفترات كجدول</translation>
    </message>
    <message numerus="yes">
        <source>%n windows are in {file}.</source>
        <translation>
            <numerusform>لا فترات في {file}.</numerusform>
            <numerusform>فترة واحدة محفوظة في {file}.</numerusform>
            <numerusform>فترتان محفوظتان في {file}.</numerusform>
            <numerusform>%n فترات محفوظة في {file}.</numerusform>
            <numerusform>%n فترة محفوظة في {file}.</numerusform>
            <numerusform>%n فترة محفوظة في {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>For {name}.</source>
        <translation>من أجل {name}.</translation>
    </message>
    <message>
        <source>For the first student who chooses their picture.</source>
        <translation>لأول طالب يختار صورته.</translation>
    </message>
    <message>
        <source>Importing {file} ({number} of {count})…</source>
        <translation>جارٍ استيراد {file} ({number} من {count})…</translation>
    </message>
    <message>
        <source>Importing {file}…</source>
        <translation>جارٍ استيراد {file}…</translation>
    </message>
    <message>
        <source>The secret of {name} is set.</source>
        <translation>حُفظ سر {name}.</translation>
    </message>
    <message>
        <source>{name} has no secret now.</source>
        <translation>لم يعد هناك سر باسم {name}.</translation>
    </message>
    <message>
        <source>They can try again now.</source>
        <translation>يمكن للطالب أن يحاول مرة أخرى الآن.</translation>
    </message>
    <message>
        <source>{name}: the language is set.</source>
        <translation>{name}: حُفظت اللغة.</translation>
    </message>
    <message>
        <source>Where to save the copy</source>
        <translation>مكان حفظ النسخة</translation>
    </message>
    <message>
        <source>Not on the server, and lost then: {what}.</source>
        <translation>ليس على الخادم، وسيُفقد عندئذٍ: {what}.</translation>
    </message>
    <message>
        <source>All is on the server.</source>
        <translation>كل شيء على الخادم.</translation>
    </message>
    <message>
        <source>A copy is saved first, where you say; then everything of {name} is gone from this computer.</source>
        <translation>تُحفظ نسخة أولًا حيث تختار؛ ثم يُحذف كل ما يخص {name} من هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>هل تريد حذف {name}؟</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>ذاكرة USB</translation>
    </message>
    <message>
        <source>All that waits goes into one sealed file, and is not sent from here any more. Take the file to a computer that reaches the server. Should it be lost, take the work back here.</source>
        <translation>يوضع كل ما ينتظر في ملف مختوم واحد، ولا يُرسَل من هنا بعد ذلك. انقل الملف إلى حاسوب يصل إلى الخادم. وإن ضاع الملف فاسترجع العمل هنا.</translation>
    </message>
    <message>
        <source>Carry work away?</source>
        <translation>هل تريد نقل العمل؟</translation>
    </message>
    <message>
        <source>Choose the stick</source>
        <translation>اختيار ذاكرة USB</translation>
    </message>
    <message>
        <source>Say so only when the students&apos; time is on the server: from then on this computer takes it for sent.</source>
        <translation>أكّد ذلك فقط عندما يكون وقت الطلاب على الخادم: فبعدها يعدّه هذا الحاسوب مُرسَلًا.</translation>
    </message>
    <message>
        <source>Did it arrive?</source>
        <translation>هل وصل؟</translation>
    </message>
    <message>
        <source>Only if the file is lost. If it was taken in elsewhere, the same time is sent twice: a school server counts it once, any other server may count it twice.</source>
        <translation>فقط إذا ضاع الملف. إن كان قد استُلم في مكان آخر فسيُرسَل الوقت نفسه مرتين: خادم المدرسة يحتسبه مرة واحدة، وأي خادم آخر قد يحتسبه مرتين.</translation>
    </message>
    <message>
        <source>Send it from here again?</source>
        <translation>هل يُرسَل من هنا مرة أخرى؟</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة واحدة…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم يُرسَل</translation>
    </message>
    <message>
        <source>Teacher · {place}</source>
        <translation>المعلّم · {place}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>حفظ القائمة</translation>
    </message>
    <message>
        <source>What is sent about {name}</source>
        <translation>ما يُرسَل عن {name}</translation>
    </message>
    <message>
        <source>To the Timeback server of this school, and to nobody else.</source>
        <translation>إلى خادم Timeback في هذه المدرسة فقط، ولا إلى أحد سواه.</translation>
    </message>
    <message>
        <source>What each field means</source>
        <translation>معنى كل حقل</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n messages</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>آخر رسالة</numerusform>
            <numerusform>آخر رسالتين</numerusform>
            <numerusform>آخر %n رسائل</numerusform>
            <numerusform>آخر %n رسالة</numerusform>
            <numerusform>آخر %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>لم يُرسَل شيء بعد.</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>أُرسِل {when}</translation>
    </message>
    <message>
        <source>Which lesson, by its short name.</source>
        <translation>أي درس، باسمه القصير.</translation>
    </message>
    <message>
        <source>The lesson&apos;s title.</source>
        <translation>عنوان الدرس.</translation>
    </message>
    <message>
        <source>The course it belongs to: subject and grade, or a code.</source>
        <translation>المقرر الذي ينتمي إليه: المادة والصف، أو رمز.</translation>
    </message>
    <message>
        <source>A random number for this attempt at the lesson, so that its parts are put together.</source>
        <translation>رقم عشوائي لهذه المحاولة، لتُجمع أجزاؤها معًا.</translation>
    </message>
    <message>
        <source>When this piece of time began.</source>
        <translation>متى بدأت هذه الفترة من الوقت.</translation>
    </message>
    <message>
        <source>When this piece of time, or the attempt, ended.</source>
        <translation>متى انتهت هذه الفترة من الوقت، أو المحاولة.</translation>
    </message>
    <message>
        <source>How much of it was focused, in thousandths of a second.</source>
        <translation>كم منها كان بتركيز، بأجزاء الألف من الثانية.</translation>
    </message>
    <message>
        <source>How much of it was not: idle, another window, locked or paused. Not which of them.</source>
        <translation>كم منها لم يكن كذلك: خمول أو نافذة أخرى أو قفل أو إيقاف مؤقت، دون ذكر أيّها.</translation>
    </message>
    <message>
        <source>The result of a finished lesson; these are its parts:</source>
        <translation>نتيجة درس مكتمل؛ وهذه أجزاؤها:</translation>
    </message>
    <message>
        <source>How many questions there were.</source>
        <translation>كم سؤالًا كان هناك.</translation>
    </message>
    <message>
        <source>How many of them were right.</source>
        <translation>كم منها كان صحيحًا.</translation>
    </message>
    <message>
        <source>Points for the lesson.</source>
        <translation>نقاط الدرس.</translation>
    </message>
    <message>
        <source>How many units are mastered now.</source>
        <translation>كم وحدة أُتقنت حتى الآن.</translation>
    </message>
    <message>
        <source>How much of the lesson is done, in percent.</source>
        <translation>كم أُنجز من الدرس، بالنسبة المئوية.</translation>
    </message>
    <message>
        <source>Whether the server should count the result at once.</source>
        <translation>هل يحتسب الخادم النتيجة فورًا.</translation>
    </message>
    <message>
        <source>To a school server: which lesson is finished.</source>
        <translation>إلى خادم المدرسة: أي درس اكتمل.</translation>
    </message>
    <message>
        <source>To a school server: which version of that lesson.</source>
        <translation>إلى خادم المدرسة: أي إصدار من ذلك الدرس.</translation>
    </message>
    <message>
        <source>To a school server: what the student answered, to be scored there. No other server is sent answers.</source>
        <translation>إلى خادم المدرسة: ما أجاب به الطالب ليُصحَّح هناك. ولا تُرسَل الإجابات إلى أي خادم آخر.</translation>
    </message>
    <message>
        <source>Never sent: the student&apos;s name and picture, what is typed or clicked, other windows and programs, files and drawings that were handed in. With each message goes the student&apos;s sign-in, which says whose it is.</source>
        <translation>لا يُرسَل أبدًا: اسم الطالب وصورته، وما يُكتب أو يُنقر، والنوافذ والبرامج الأخرى، والملفات والرسوم المسلَّمة. ويُرفق بكل رسالة تعريف دخول الطالب الذي يبيّن صاحبها.</translation>
    </message>
    <message>
        <source>{lesson}: {time} focused</source>
        <translation>{lesson}: {time} بتركيز</translation>
    </message>
    <message>
        <source>{lesson}: the result</source>
        <translation>{lesson}: النتيجة</translation>
    </message>
    <message>
        <source>{lesson}: the answers, to the school server</source>
        <translation>{lesson}: الإجابات، إلى خادم المدرسة</translation>
    </message>
    <message>
        <source>The class</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Let them try again</source>
        <translation>السماح بالمحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>سر جديد</translation>
    </message>
    <message>
        <source>It was somebody else</source>
        <translation>كان شخصًا آخر</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>ما الذي يُرسَل</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>ليس على الخادم</translation>
    </message>
    <message>
        <source>Imported</source>
        <comment>a lesson</comment>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>Imported with loss</source>
        <comment>a lesson</comment>
        <translation>مستورد مع نقص</translation>
    </message>
    <message>
        <source>Here already</source>
        <comment>a lesson</comment>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>a lesson</comment>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation>لا يوجد طلاب بعد</translation>
    </message>
    <message>
        <source>Add the first one on the wall of students.</source>
        <translation>أضف الأول على جدار الطلاب.</translation>
    </message>
    <message>
        <source>{safe} of {all} safe</source>
        <translation>{safe} من {all} في أمان</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>لا شيء مرفوض</numerusform>
            <numerusform>واحدة مرفوضة</numerusform>
            <numerusform>اثنتان مرفوضتان</numerusform>
            <numerusform>%n مرفوضة</numerusform>
            <numerusform>%n مرفوضة</numerusform>
            <numerusform>%n مرفوضة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>لا شيء مشكوك فيه</numerusform>
            <numerusform>واحدة مشكوك فيها</numerusform>
            <numerusform>اثنتان مشكوك فيهما</numerusform>
            <numerusform>%n مشكوك فيها</numerusform>
            <numerusform>%n مشكوك فيها</numerusform>
            <numerusform>%n مشكوك فيها</numerusform>
        </translation>
    </message>
    <message>
        <source>Carried in a file</source>
        <translation>في ملف منقول</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>على الخادم</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>كل شيء على الخادم</translation>
    </message>
    <message>
        <source>Nothing waits, and nothing was refused.</source>
        <translation>لا شيء ينتظر، ولم يُرفض شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages to decide on</source>
        <translation>
            <numerusform>لا رسائل تنتظر قرارًا</numerusform>
            <numerusform>رسالة واحدة تنتظر قرارًا</numerusform>
            <numerusform>رسالتان تنتظران قرارًا</numerusform>
            <numerusform>%n رسائل تنتظر قرارًا</numerusform>
            <numerusform>%n رسالة تنتظر قرارًا</numerusform>
            <numerusform>%n رسالة تنتظر قرارًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting</source>
        <translation>
            <numerusform>لا رسائل منتظرة</numerusform>
            <numerusform>رسالة واحدة منتظرة</numerusform>
            <numerusform>رسالتان منتظرتان</numerusform>
            <numerusform>%n رسائل منتظرة</numerusform>
            <numerusform>%n رسالة منتظرة</numerusform>
            <numerusform>%n رسالة منتظرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n messages, {when}</source>
        <translation>
            <numerusform>{file}: لا رسائل، {when}</numerusform>
            <numerusform>{file}: رسالة واحدة، {when}</numerusform>
            <numerusform>{file}: رسالتان، {when}</numerusform>
            <numerusform>{file}: %n رسائل، {when}</numerusform>
            <numerusform>{file}: %n رسالة، {when}</numerusform>
            <numerusform>{file}: %n رسالة، {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson}, {when}: {time} from {taken_for} to {right}.</source>
        <translation>{lesson}، {when}: {time} من {taken_for} إلى {right}.</translation>
    </message>
    <message>
        <source>Sent before in the name of {name}: {what}.</source>
        <translation>أُرسِل من قبل باسم {name}: {what}.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>{time} focused, {xp} XP</source>
        <translation>{time} بتركيز، {xp} XP</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>{xp} XP</source>
        <translation>{xp} XP</translation>
    </message>
    <message>
        <source>Latest lesson</source>
        <translation>آخر درس</translation>
    </message>
    <message>
        <source>{lesson}, {place}</source>
        <translation>{lesson}، {place}</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>مسجّل الدخول</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السر</translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes in {days} days</source>
        <translation>
            <numerusform>لا دقائق تركيز خلال {days} يومًا</numerusform>
            <numerusform>دقيقة تركيز واحدة خلال {days} يومًا</numerusform>
            <numerusform>دقيقتا تركيز خلال {days} يومًا</numerusform>
            <numerusform>%n دقائق تركيز خلال {days} يومًا</numerusform>
            <numerusform>%n دقيقة تركيز خلال {days} يومًا</numerusform>
            <numerusform>%n دقيقة تركيز خلال {days} يومًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carried away in a file</source>
        <comment>messages</comment>
        <translation>
            <numerusform>لا شيء في ملف منقول</numerusform>
            <numerusform>واحدة في ملف منقول</numerusform>
            <numerusform>اثنتان في ملف منقول</numerusform>
            <numerusform>%n في ملف منقول</numerusform>
            <numerusform>%n في ملف منقول</numerusform>
            <numerusform>%n في ملف منقول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished lessons for the school server</source>
        <translation>
            <numerusform>لا دروس مكتملة لخادم المدرسة</numerusform>
            <numerusform>درس مكتمل لخادم المدرسة</numerusform>
            <numerusform>درسان مكتملان لخادم المدرسة</numerusform>
            <numerusform>%n دروس مكتملة لخادم المدرسة</numerusform>
            <numerusform>%n درسًا مكتملًا لخادم المدرسة</numerusform>
            <numerusform>%n درس مكتمل لخادم المدرسة</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({time} focused)</source>
        <translation>{what} ({time} بتركيز)</translation>
    </message>
    <message>
        <source>None: the picture on the wall opens the page</source>
        <translation>لا يوجد: الصورة على الجدار تفتح الصفحة</translation>
    </message>
    <message>
        <source>{kind}, locked after wrong tries for {time}</source>
        <translation>{kind}، مقفل بعد محاولات خاطئة لمدة {time}</translation>
    </message>
    <message>
        <source>It was sent, and no answer came. It may have been counted. Look at the student&apos;s time on the server.</source>
        <translation>أُرسِلت ولم يصل رد. ربما احتُسبت. راجع وقت الطالب على الخادم.</translation>
    </message>
    <message>
        <source>The server does not accept it as it is. Sending it again helps only once the server was mended.</source>
        <translation>لا يقبلها الخادم كما هي. لن يفيد إرسالها مرة أخرى إلا بعد إصلاح الخادم.</translation>
    </message>
    <message>
        <source>The server does not know the student&apos;s sign-in. Sign the student in anew, then send it again.</source>
        <translation>لا يعرف الخادم تسجيل دخول الطالب. سجّل دخوله من جديد ثم أرسلها مرة أخرى.</translation>
    </message>
    <message>
        <source>The server does not know the student or the course. Have it added there, then send it again.</source>
        <translation>لا يعرف الخادم الطالب أو المقرر. اطلب إضافته هناك ثم أرسلها مرة أخرى.</translation>
    </message>
    <message>
        <source>The server did not take it. Send it again, or keep it and ask whoever runs the server.</source>
        <translation>لم يستلمها الخادم. أرسلها مرة أخرى، أو أبقِها واسأل المسؤول عن الخادم.</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>waits for the school server</source>
        <translation>ينتظر خادم المدرسة</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a lesson</comment>
        <translation>تم</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>صفحة {number}</translation>
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
        <source>waiting for the school server</source>
        <translation>بانتظار خادم المدرسة</translation>
    </message>
    <message>
        <source>Do not switch this computer off. {trouble}</source>
        <translation>لا تُطفئ هذا الحاسوب. {trouble}</translation>
    </message>
    <message>
        <source>All work is on the server. This computer may be switched off.</source>
        <translation>كل العمل على الخادم. يمكن إطفاء هذا الحاسوب.</translation>
    </message>
    <message numerus="yes">
        <source>Some work of %n students is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</source>
        <translation>
            <numerusform>بعض عمل الطلاب محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
            <numerusform>بعض عمل طالب واحد محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
            <numerusform>بعض عمل طالبين محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
            <numerusform>بعض عمل %n طلاب محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
            <numerusform>بعض عمل %n طالبًا محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
            <numerusform>بعض عمل %n طالب محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some work of {names} is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</source>
        <translation>بعض عمل {names} محفوظ على هذا الحاسوب ولم يصل إلى الخادم بعد. يمكن إطفاؤه؛ لن يضيع شيء.</translation>
    </message>
    <message>
        <source>Nothing else waits: the rest is on the server.</source>
        <translation>لا شيء آخر ينتظر: الباقي على الخادم.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves. To be signed in first: {names}.</source>
        <translation>
            <numerusform>لا رسائل تُرسَل ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
            <numerusform>ستُرسَل رسالة واحدة ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
            <numerusform>ستُرسَل رسالتان ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
            <numerusform>ستُرسَل %n رسائل ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
            <numerusform>ستُرسَل %n رسالة ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
            <numerusform>ستُرسَل %n رسالة ({time} بتركيز) تلقائيًا. يجب تسجيل الدخول أولًا: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves.</source>
        <translation>
            <numerusform>لا رسائل تُرسَل ({time} بتركيز) تلقائيًا.</numerusform>
            <numerusform>ستُرسَل رسالة واحدة ({time} بتركيز) تلقائيًا.</numerusform>
            <numerusform>ستُرسَل رسالتان ({time} بتركيز) تلقائيًا.</numerusform>
            <numerusform>ستُرسَل %n رسائل ({time} بتركيز) تلقائيًا.</numerusform>
            <numerusform>ستُرسَل %n رسالة ({time} بتركيز) تلقائيًا.</numerusform>
            <numerusform>ستُرسَل %n رسالة ({time} بتركيز) تلقائيًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>The latest try: {reason}.</source>
        <translation>آخر محاولة: {reason}.</translation>
    </message>
    <message>
        <source>{lesson}: {time} focused, {when}</source>
        <translation>{lesson}: {time} بتركيز، {when}</translation>
    </message>
    <message>
        <source>May have arrived</source>
        <translation>ربما وصلت</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>a message</comment>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>signed in</comment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <comment>not signed in</comment>
        <translation>لا</translation>
    </message>
    <message>
        <source>No: the server refused the token</source>
        <translation>لا: رفض الخادم رمز الدخول</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{weekday} {day}</translation>
    </message>
    <message>
        <source>Teacher&apos;s PIN</source>
        <translation>الرقم السري للمعلّم</translation>
    </message>
    <message>
        <source>Teachers open this computer&apos;s panel with it, and leave kiosk mode.</source>
        <translation>به يفتح المعلّمون لوحة هذا الحاسوب، ويخرجون من وضع الكشك.</translation>
    </message>
    <message>
        <source>{least} to {most} digits.</source>
        <translation>من {least} إلى {most} أرقام.</translation>
    </message>
    <message>
        <source>Choose a teacher&apos;s PIN</source>
        <translation>اختر رقمًا سريًا للمعلّم</translation>
    </message>
    <message>
        <source>This is not the PIN. Try again.</source>
        <translation>ليس هذا الرقم السري. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Type it once more</source>
        <translation>اكتبه مرة أخرى</translation>
    </message>
    <message>
        <source>The same digits again, to be sure.</source>
        <translation>الأرقام نفسها مرة أخرى للتأكد.</translation>
    </message>
    <message>
        <source>Both times the same.</source>
        <translation>الرقم نفسه في المرتين.</translation>
    </message>
    <message>
        <source>These were two different PINs. Choose again.</source>
        <translation>كان الرقمان مختلفين. اختر من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages wait here now and are sent by themselves.</source>
        <translation>
            <numerusform>لا رسائل هنا لتُرسَل تلقائيًا.</numerusform>
            <numerusform>تنتظر رسالة واحدة هنا الآن وتُرسَل تلقائيًا.</numerusform>
            <numerusform>تنتظر رسالتان هنا الآن وتُرسَلان تلقائيًا.</numerusform>
            <numerusform>تنتظر %n رسائل هنا الآن وتُرسَل تلقائيًا.</numerusform>
            <numerusform>تنتظر %n رسالة هنا الآن وتُرسَل تلقائيًا.</numerusform>
            <numerusform>تنتظر %n رسالة هنا الآن وتُرسَل تلقائيًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>لم يكن هنا شيء من قبل.</numerusform>
            <numerusform>كانت واحدة هنا من قبل.</numerusform>
            <numerusform>كانت اثنتان هنا من قبل.</numerusform>
            <numerusform>كانت %n هنا من قبل.</numerusform>
            <numerusform>كانت %n هنا من قبل.</numerusform>
            <numerusform>كانت %n هنا من قبل.</numerusform>
        </translation>
    </message>
    <message>
        <source>New on this computer: {names}.</source>
        <translation>جديد على هذا الحاسوب: {names}.</translation>
    </message>
    <message>
        <source>To be signed in first: {names}.</source>
        <translation>يجب تسجيل دخولهم أولًا: {names}.</translation>
    </message>
    <message>
        <source>Only today&apos;s lessons of one student can become another&apos;s; choose them again.</source>
        <translation>لا يمكن نقل سوى دروس اليوم لطالب واحد إلى آخر؛ اخترها من جديد.</translation>
    </message>
    <message>
        <source>This lesson is still going on: leave it first.</source>
        <translation>ما زال هذا الدرس مستمرًا: اخرج منه أولًا.</translation>
    </message>
    <message>
        <source>{name} was learning at the same time, so this stays as it is.</source>
        <translation>كان {name} يتعلّم في الوقت نفسه، لذلك يبقى هذا كما هو.</translation>
    </message>
    <message>
        <source>{name} is deleted from this computer; a copy is in {folder}.</source>
        <translation>حُذف {name} من هذا الحاسوب؛ وتوجد نسخة في {folder}.</translation>
    </message>
    <message>
        <source>Their token could not be deleted: {error}.</source>
        <translation>تعذّر حذف رمز الدخول: {error}.</translation>
    </message>
    <message>
        <source>A damaged older file still holds data of theirs: delete {files} too.</source>
        <translation>ما زال ملف قديم تالف يحتوي على بياناته: احذف {files} أيضًا.</translation>
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
        <source>What you drew is on another computer.</source>
        <translation>ما رسمته موجود على حاسوب آخر.</translation>
    </message>
    <message>
        <source>What you drew is on another computer. To draw something new, press “{clear}”.</source>
        <translation>ما رسمته موجود على حاسوب آخر. لترسم شيئًا جديدًا، اضغط على «{clear}».</translation>
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
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
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
        <source>Language for {name}</source>
        <translation>لغة {name}</translation>
    </message>
    <message>
        <source>From when they sign in, this program speaks it with them.</source>
        <translation>يتحدث البرنامج بها مع الطالب منذ تسجيل دخوله.</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>كلغة هذا الحاسوب</translation>
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
        <source>{file}, line {line}: {name} stands in line {other} too. Add a letter, so that the two can be told apart.</source>
        <translation>{file}، السطر {line}: ‏{name} موجود أيضًا في السطر {other}. أضف حرفًا للتمييز بينهما.</translation>
    </message>
    <message>
        <source>{file} names nobody: write one name in each line.</source>
        <translation>لا أسماء في {file}: اكتب اسمًا واحدًا في كل سطر.</translation>
    </message>
    <message>
        <source>{file} names more than {most} students: divide it.</source>
        <translation>في {file} أكثر من {most} طالب: قسّمه.</translation>
    </message>
    <message>
        <source>Students added: {new}.</source>
        <translation>الطلاب المضافون: {new}.</translation>
    </message>
    <message>
        <source>Students added: {new}. Here already: {here}.</source>
        <translation>الطلاب المضافون: {new}. كانوا هنا من قبل: {here}.</translation>
    </message>
    <message>
        <source>{file} is too large for a class list.</source>
        <translation>{file} أكبر من أن يكون قائمة صف.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}).</source>
        <translation>لا يمكن قراءة {file} ‏({why}).</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8: save it as text, or as CSV in UTF-8.</source>
        <translation>{file} ليس نصًا بترميز UTF-8: احفظه نصًا أو CSV بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a name has at most {most} characters, and no special ones.</source>
        <translation>{file}، السطر {line}: الاسم {most} حرفًا على الأكثر، بلا رموز خاصة.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the name is missing.</source>
        <translation>{file}، السطر {line}: الاسم ناقص.</translation>
    </message>
</context>
</TS>

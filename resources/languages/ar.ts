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
        <source>Cancel</source>
        <translation>إلغاء</translation>
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
        <source>Back</source>
        <translation>رجوع</translation>
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
        <source>XP</source>
        <translation>XP</translation>
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
        <source>Got it</source>
        <translation>فهمت</translation>
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
        <source>Lessons</source>
        <translation>الدروس</translation>
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
        <source>question {number}</source>
        <translation>سؤال {number}</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
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
</context>
</TS>

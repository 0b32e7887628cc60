<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n questions are not answered yet.</source>
        <translation>
            <numerusform>%n question is not answered yet.</numerusform>
            <numerusform>%n questions are not answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You marked %n to look at again.</source>
        <translation>
            <numerusform>You marked %n to look at again.</numerusform>
            <numerusform>You marked %n to look at again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n lessons</source>
        <translation>
            <numerusform>{done} of %n lesson</numerusform>
            <numerusform>{done} of %n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes focused</source>
        <translation>
            <numerusform>%n minute focused</numerusform>
            <numerusform>%n minutes focused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right</source>
        <translation>
            <numerusform>{right} of %n right</numerusform>
            <numerusform>{right} of %n right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n right.</source>
        <translation>
            <numerusform>All %n right.</numerusform>
            <numerusform>All %n right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n right on the first try.</source>
        <translation>
            <numerusform>All %n right on the first try.</numerusform>
            <numerusform>All %n right on the first try.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right.</source>
        <translation>
            <numerusform>{right} of %n right.</numerusform>
            <numerusform>{right} of %n right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{right} of %n right on the first try.</source>
        <translation>
            <numerusform>{right} of %n right on the first try.</numerusform>
            <numerusform>{right} of %n right on the first try.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can be played %n times.</source>
        <translation>
            <numerusform>It can be played once.</numerusform>
            <numerusform>It can be played %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Played %n times.</source>
        <translation>
            <numerusform>Played once.</numerusform>
            <numerusform>Played %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>things to put on a picture</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes</source>
        <translation>
            <numerusform>%n focused minute</numerusform>
            <numerusform>%n focused minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n focused minutes</source>
        <translation>
            <numerusform>{done} of %n focused minute</numerusform>
            <numerusform>{done} of %n focused minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to your goal of {goal}</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n more to your goal of {goal}</numerusform>
            <numerusform>%n more to your goal of {goal}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entered</source>
        <comment>digits or pictures of a secret</comment>
        <translation>
            <numerusform>%n entered</numerusform>
            <numerusform>%n entered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n students</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can go on in %n seconds.</source>
        <translation>
            <numerusform>You can go on in %n second.</numerusform>
            <numerusform>You can go on in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write at least %n answers.</source>
        <translation>
            <numerusform>Write at least %n answer.</numerusform>
            <numerusform>Write at least %n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some belong with at least %n others.</source>
        <translation>
            <numerusform>Some belong with at least %n other.</numerusform>
            <numerusform>Some belong with at least %n others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make no more than %n pairs.</source>
        <translation>
            <numerusform>Make no more than %n pair.</numerusform>
            <numerusform>Make no more than %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watch all of it %n times first.</source>
        <translation>
            <numerusform>Watch all of it once first.</numerusform>
            <numerusform>Watch all of it %n times first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listen to all of it %n times first.</source>
        <translation>
            <numerusform>Listen to all of it once first.</numerusform>
            <numerusform>Listen to all of it %n times first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n pairs.</source>
        <translation>
            <numerusform>Make %n pair.</numerusform>
            <numerusform>Make %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} or %n pairs.</source>
        <translation>
            <numerusform>Make {few} or %n pair.</numerusform>
            <numerusform>Make {few} or %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {few} to %n pairs.</source>
        <translation>
            <numerusform>Make {few} to %n pair.</numerusform>
            <numerusform>Make {few} to %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make up to %n pairs.</source>
        <translation>
            <numerusform>Make up to %n pair.</numerusform>
            <numerusform>Make up to %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make at least %n pairs.</source>
        <translation>
            <numerusform>Make at least %n pair.</numerusform>
            <numerusform>Make at least %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n pairs. Take one apart first.</source>
        <translation>
            <numerusform>No more than %n pair. Take it apart first.</numerusform>
            <numerusform>No more than %n pairs. Take one apart first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of about %n words</source>
        <translation>
            <numerusform>{count} of about %n word</numerusform>
            <numerusform>{count} of about %n words</numerusform>
        </translation>
    </message>
</context>
</TS>

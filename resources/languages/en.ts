<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n new lessons: {titles}</source>
        <translation>
            <numerusform>%n new lesson: {titles}</numerusform>
            <numerusform>%n new lessons: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are sent from here again.</source>
        <translation>
            <numerusform>%n message is sent from here again.</numerusform>
            <numerusform>%n messages are sent from here again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages count as delivered.</source>
        <translation>
            <numerusform>%n message counts as delivered.</numerusform>
            <numerusform>%n messages count as delivered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lessons begin with “{asked}”: {lessons}. Say which one.</source>
        <translation>
            <numerusform>%n lesson begins with “{asked}”: {lessons}. Say which one.</numerusform>
            <numerusform>%n lessons begin with “{asked}”: {lessons}. Say which one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lessons} and %n more</source>
        <translation>
            <numerusform>{lessons} and %n more</numerusform>
            <numerusform>{lessons} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It opens in %n seconds.</source>
        <translation>
            <numerusform>It opens in %n second.</numerusform>
            <numerusform>It opens in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more. The command “kiosk lesson import” tells them all.</source>
        <translation>
            <numerusform>And %n more. The command “kiosk lesson import” tells them all.</numerusform>
            <numerusform>And %n more. The command “kiosk lesson import” tells them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
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
        <source>%n lessons imported.</source>
        <translation>
            <numerusform>%n lesson imported.</numerusform>
            <numerusform>%n lessons imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with loss.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>%n of them with loss.</numerusform>
            <numerusform>%n of them with loss.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused.</source>
        <comment>lessons</comment>
        <translation>
            <numerusform>%n refused.</numerusform>
            <numerusform>%n refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits.</source>
        <translation>
            <numerusform>%n digit.</numerusform>
            <numerusform>%n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages sent.</source>
        <translation>
            <numerusform>%n message sent.</numerusform>
            <numerusform>%n messages sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows are in {file}.</source>
        <translation>
            <numerusform>%n window is in {file}.</numerusform>
            <numerusform>%n windows are in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n messages</source>
        <translation>
            <numerusform>The latest message</numerusform>
            <numerusform>The latest %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n in doubt</numerusform>
            <numerusform>%n in doubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages to decide on</source>
        <translation>
            <numerusform>%n message to decide on</numerusform>
            <numerusform>%n messages to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting</source>
        <translation>
            <numerusform>%n message waiting</numerusform>
            <numerusform>%n messages waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n messages, {when}</source>
        <translation>
            <numerusform>{file}: %n message, {when}</numerusform>
            <numerusform>{file}: %n messages, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n focused minutes in {days} days</source>
        <translation>
            <numerusform>%n focused minute in {days} days</numerusform>
            <numerusform>%n focused minutes in {days} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carried away in a file</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n carried away in a file</numerusform>
            <numerusform>%n carried away in a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished lessons for the school server</source>
        <translation>
            <numerusform>%n finished lesson for the school server</numerusform>
            <numerusform>%n finished lessons for the school server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some work of %n students is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</source>
        <translation>
            <numerusform>Some work of %n student is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</numerusform>
            <numerusform>Some work of %n students is kept on this computer and is not on the server yet. It may be switched off; nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves. To be signed in first: {names}.</source>
        <translation>
            <numerusform>%n message ({time} focused) will be sent by itself. To be signed in first: {names}.</numerusform>
            <numerusform>%n messages ({time} focused) will be sent by themselves. To be signed in first: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages ({time} focused) will be sent by themselves.</source>
        <translation>
            <numerusform>%n message ({time} focused) will be sent by itself.</numerusform>
            <numerusform>%n messages ({time} focused) will be sent by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages wait here now and are sent by themselves.</source>
        <translation>
            <numerusform>%n message waits here now and is sent by itself.</numerusform>
            <numerusform>%n messages wait here now and are sent by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
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

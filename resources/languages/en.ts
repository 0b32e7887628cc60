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
        <source>about %n minutes</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
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
</context>
</TS>

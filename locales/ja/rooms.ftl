### Where visits take place.

rooms-title = 訪問の会場
rooms-lead = アドレスは、参加される方と受け入れ側の担当者にのみ通知されます。変更すると、該当する訪問の参加者全員に更新された招待状が送られます。
rooms-offer = このプログラムのすべての時間
rooms-made = 入力がない場合、訪問が確定した時点で、その時間専用の会議室が推測できない名前で作られます。
rooms-unmade = 入力がない場合は、参加方法を来訪者に直接お知らせください。
rooms-slots = 個別の時間
rooms-slots-hint = 空欄にすると、プログラムのアドレスが使われます。
rooms-save = 保存
rooms-now = 会議のアドレス
rooms-none = これからの時間はありません。
console-rooms = 会議室
done-room-saved = 保存しました。該当する訪問の参加者に通知しました。

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = 会議のアドレスの変更：{ $title }（{ $date }）
letter-meeting-heading = 訪問の会議アドレスが変わりました
letter-meeting-text = 日時は変わりません。この手紙のリンクをお使いください。添付の更新により、カレンダーにも反映されます。

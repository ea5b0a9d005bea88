### Where visits take place.

rooms-title = 線上會議地點
rooms-lead = 只有來訪者與您的同仁會得知此連結。更改後，所有受影響的來訪者都會收到更新的邀請。
rooms-offer = 此方案的所有時段
rooms-made = 未填寫時，參訪一經確認，系統就會為該時段建立專用的會議室，名稱無法猜測。
rooms-unmade = 未填寫時，請自行告知來訪者如何加入。
rooms-slots = 個別時段
rooms-slots-hint = 留空則使用此方案的連結。
rooms-save = 儲存
rooms-now = 會議連結
rooms-none = 目前沒有即將到來的時段。
console-rooms = 會議室
done-room-saved = 已儲存，並已通知受影響參訪的所有參加者。

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = 會議連結更新：{ $title }（{ $date }）
letter-meeting-heading = 參訪的會議連結已更改
letter-meeting-text = 時間不變。請使用這封信中的連結；隨信附上的更新會將它寫入您的行事曆。

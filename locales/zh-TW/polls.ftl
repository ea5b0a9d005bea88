### Polls: a coordinator proposes times, the people of each city answer.

poll-list = 時間調查
poll-new = 詢問合適的時間
poll-new-lead = 最多可提出 20 個時間。各城市的人透過連結、無需帳號，即可表示哪些時間合適。
poll-none = 目前沒有調查。
poll-no-desk = 您的任一夥伴關係獲得所有城市同意後，即可發起調查。
poll-state-open = 進行中
poll-state-closed = 已選定時間
poll-state-cancelled = 已取消
poll-state-lapsed = 已截止
poll-answers = { $count } 份回覆
poll-deadline = 回覆截止：{ $when }

## Opening one
poll-field-what = 參訪內容
poll-field-guests = 來訪的城市
poll-field-guests-partner = 夥伴城市
poll-field-title = 主題
poll-field-title-hint = 留空則使用參訪的名稱。
poll-field-note = 其他說明
poll-field-deadline = 回覆截止
poll-field-deadline-hint = 以接待城市的時間為準。留空則至最後一個時間開始為止。
poll-field-zone = 依哪個城市的時間
poll-field-time = 時間 { $number }
poll-found = 找到的時間
poll-typed = 其他時間
poll-typed-hint = 可依需要填寫。
poll-create = 詢問各城市
poll-ask-people = 詢問大家對勾選時間的意見
poll-propose = 提出這個時間

## The tally
poll-tally = 目前結果
poll-how = 以城市而非人數計算：一個時間的好壞，取決於最不合適的那個城市。「勉強可以」計為一半。若某城市無人能參加，該時間即排除。同分時，比較各城市的負擔。
poll-best = 目前最合適
poll-chosen = 已選定
poll-past = 已過
poll-blocked = 無人能參加：{ $cities }
poll-counts = { $yes } 可以 · { $maybe } 勉強可以 · { $no } 不行
poll-unheard = 尚無回覆
poll-answer-yes = 可以
poll-answer-if-need-be = 勉強可以
poll-answer-no = 不行

## For coordinators
poll-links = 各城市的連結
poll-links-lead = 持有某城市連結的人都可以代表該城市回覆，請只在該城市內轉寄。
poll-link-of = { $city }的連結
poll-who = 回覆的人
poll-wants-invite = 希望收到邀請
poll-close-at = 選定這個時間
poll-close-means = 將預約這次參訪，並邀請能參加且留下地址的人，最多 50 位。
poll-close-request = 將提出參訪申請，由接待單位答覆；屆時邀請能參加且留下地址的人，最多 50 位。
poll-cancel = 取消調查
poll-cancel-means = 之後無法再回覆，也不會預約任何時間。
poll-to-booking = 前往預約

## Answering
poll-asks = 哪些時間適合您？
poll-for-city = 您代表{ $city }回覆。
poll-email = 接收邀請的電子郵件
poll-email-hint = 如需邀請才填寫。不會顯示給任何人，調查結束 90 天後即刪除。
poll-send = 送出回覆
poll-change = 更改回覆
poll-own-link = 您專屬的連結，可在其他裝置上更改回覆，請勿轉寄：
poll-updated = 結果已更新。
poll-over-closed = 已選定時間：{ $when }。
poll-over-cancelled = 這項調查已取消。
poll-over-lapsed = 這項調查已截止，沒有選定時間。

## What is said afterwards
done-poll-opened = 已詢問各城市，各城市的協調人會收到附有連結的信件。
done-poll-voted = 已收到您的回覆。調查結束前可在此更改。
done-poll-cancelled = 調查已取消。
fault-poll-closed = 時間已經選定，沒有任何變更。
fault-poll-cancelled = 這項調查已取消，沒有任何變更。
fault-poll-lapsed = 這項調查已截止，沒有任何變更。
fault-poll-full = 回覆人數已達上限，請洽您城市的協調人。
poll-fault-candidates = 請提出 1 到 20 個時間。
poll-fault-answers = 請回覆每一個時間。
poll-fault-time = 請填寫一年之內的未來時間，且不可重複。
poll-fault-no-single-time = 當時會調整時鐘：這個時間會被跳過或出現兩次，請另選時間。
poll-fault-taken = 接待單位在那個時間已有其他安排。調查仍在進行，請另選時間。
poll-fault-rest = 這個夥伴關係已暫停，或尚未獲得所有城市同意。

## The letter
letter-kind-poll-opened = 時間調查
letter-poll-opened-subject = 哪個時間適合{ $city }？{ $title }
letter-poll-opened-heading = 請貴市表示合適的時間
letter-poll-opened-text = { $organization } 與{ $host }希望線上交流。以下是提出的時間，請{ $city }的各位表示哪些合適。
letter-poll-opened-times = 提出的時間：
letter-poll-opened-deadline = 回覆截止時間：{ $when }。
letter-poll-opened-link = 代表{ $city }回覆
letter-poll-opened-pass-on = 請將此連結轉寄給貴市需要回覆的人，無需帳號。請勿寄給其他城市。
letter-poll-opened-console = 查看所有回覆並選定時間

### The words of the letters.

## Every letter
letter-greeting = { $name } 您好：
letter-footer = 本信由 Sisterline 寄出：{ $url }
letter-labelled = { $label }：{ $value }

## Times
letter-when = { $date } { $range }（{ $offset }）
letter-when-shifted = { $when }，{ $shift }
letter-next-day = 隔天
letter-previous-day = 前一天
letter-offset-change = { $before }，之後為 { $after }
letter-your-time-in = 您的當地時間（{ $city }）
letter-your-time = 您的當地時間（{ $zone }）
letter-place = { $name }（{ $native }）

## A visit
letter-summary = { $title } – { $with }
letter-fact-visit = 參訪主題
letter-fact-host = 接待單位
letter-fact-guests = 來訪單位
letter-fact-seats = 人數
letter-of-city = { $name }（{ $city }）
letter-note = 來訪單位的留言
letter-reason = 原因
letter-join = 加入線上會議
letter-no-link-guest = 目前尚未設定會議連結，接待單位會另行告知如何加入。
letter-no-link-host = 目前尚未設定會議連結，請告知來訪單位如何加入。
letter-manage = 查看或取消預約
letter-manage-secret = 持有此連結的人都可以取消這次參訪，請勿轉寄。
letter-view = 查看預約
letter-console = 管理您的參訪
letter-ask-contact = 如需更改或取消，請洽「{ $organization }」的預約聯絡人。

## A visit is booked
letter-confirmed-subject = 參訪預約成功：{ $title }（{ $date }）
letter-confirmed-heading = 您的參訪預約已確認
letter-confirmed-contact = 「{ $host }」（{ $city }）期待與您線上見面。隨信附上行事曆邀請。
letter-confirmed-guest = 「{ $organization }」邀請您參加與「{ $host }」（{ $city }）的線上參訪。隨信附上行事曆邀請。
letter-booked-subject = 新的參訪預約：{ $organization }（{ $date }）
letter-booked-heading = 您有一筆新的參訪預約
letter-booked-text = 「{ $organization }」（{ $city }）預約了一場線上參訪。隨信附上行事曆邀請。

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = 時間更新：{ $title }（{ $date }）
letter-clock-moved-heading = 您的參訪開始時間有所變動
letter-clock-moved-text = 當地的時制規則已更改。參訪開始時，{ $city }的當地時刻與原先相同，但其他地方的時刻可能不同。隨信附上的更新會調整您行事曆中的時間。若您無法在新的時間出席，請告知我們。
letter-fact-was = 原定時間

## A visit is called off
letter-cancelled-subject = 參訪已取消：{ $title }（{ $date }）
letter-cancelled-heading = 參訪已取消
letter-cancelled-text = 這次參訪將不會舉行。隨信附上的更新會將它從您的行事曆中移除。

## Signing in
letter-sign-in-subject = 您的 Sisterline 登入連結
letter-sign-in-heading = 登入 Sisterline
letter-sign-in-text = 請使用以下連結登入。連結僅能使用一次，{ $count } 分鐘內有效。
letter-sign-in-link = 登入
letter-sign-in-ignore = 如果您沒有要求登入，請忽略這封信；沒有這個連結，任何人都無法登入。

letter-test-subject = 測試郵件能否送達
letter-test-text = 這是來自 { $url } 的測試信。信件既已送達，該處寄出的信就能寄到您手上。

    如果這封信落在垃圾郵件匣，請檢查寄件網域的 DNS 記錄（SPF、DKIM、DMARC）。

## 系列
letter-series-subject = 系列交流已排定：{ $title }，共 { $count } 次
letter-series-heading = 系列交流已排定
letter-series-text = { $organization }與{ $host }將線上交流 { $count } 次。
letter-series-times = 各次時間：
letter-series-invites = 第一次的邀請會立即寄出，其餘各次的邀請於兩週前寄出。
letter-series-manage = 查看系列或取消其中的交流
letter-series-view = 查看系列
letter-series-cancelled-subject = 交流已取消：{ $title }，系列中的 { $count } 次
letter-series-cancelled-heading = 系列中的交流已取消
letter-series-cancelled-text = { $organization }與{ $host }的 { $count } 次交流將不舉行。
## Approval, moving, waiting
letter-respond-by = 請於 { $when } 前回覆。逾期未回覆，申請即失效，名額將釋出。
letter-moved-subject = 參訪時間已更改：{ $title }（{ $date }）
letter-moved-heading = 參訪改期
letter-moved-text = 這次參訪已改期。隨信附上的更新會修改您行事曆中的時間。
letter-requested-subject = 已收到申請：{ $title }（{ $date }）
letter-requested-heading = 已收到您的申請
letter-requested-text = 「{ $host }」（{ $city }）已收到「{ $organization }」的申請。回覆之前會為您保留名額，結果將以電子郵件通知。
letter-approve-subject = 請回覆：{ $organization }（{ $date }）
letter-approve-heading = 有一筆參訪等候您回覆
letter-approve-text = 「{ $organization }」（{ $city }）申請線上參訪，請核准或婉拒。
letter-approve-console = 到管理頁面回覆
letter-declined-subject = 參訪申請未獲核准：{ $title }（{ $date }）
letter-declined-heading = 參訪申請未獲核准
letter-declined-text = 這次參訪申請未獲核准，名額已釋出，歡迎另選時間。
letter-lapsed-subject = 逾期未獲回覆：{ $title }（{ $date }）
letter-lapsed-heading = 申請逾期未獲回覆
letter-lapsed-text = 這次參訪申請未在期限內獲得回覆，已失效。名額已釋出，歡迎另選時間。
letter-left-subject = 您已不在名單中：{ $title }（{ $date }）
letter-left-heading = 您已不在這次參訪的名單中
letter-left-text = 您已從名單中移除，參訪仍會照常舉行。隨信附上的更新會將它從您的行事曆中移除。
letter-cancelled-text-only = 這次參訪將不會舉行。
letter-waiting-joined-subject = 您已加入候補：{ $title }
letter-waiting-joined-heading = 您已加入候補名單
letter-waiting-joined-text = 一有名額，我們會依加入順序為您保留並來信通知。
letter-waiting-joined-link = 查看候補順位
letter-waiting-offered-subject = 為您保留名額：{ $title }（至 { $until }）
letter-waiting-offered-heading = 有名額了
letter-waiting-offered-text = 名額為您保留至 { $until }。請在此之前預約，逾時將轉給下一位。
letter-waiting-offered-link = 預約這些名額
letter-waiting-leave = 您隨時可以透過同一連結退出候補。

## A city has to confirm a visit again
letter-confirm-again-subject = 請再次確認：{ $title }（{ $date }）
letter-confirm-again-heading = 一場參訪移到了不便的時段
letter-confirm-again-text = 由於時制規則更改，這場參訪現在落在貴市上午七點之前或晚上十點之後。參訪仍會舉行；請確認參加者可以出席，或與接待單位另議時間。
letter-confirm-again-link = 查看並確認參訪

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = 提醒：{ $title }（{ $date }）
letter-reminder-heading = 您的參訪即將到來
letter-reminder-guest = 「{ $host }」（{ $city }）正期待您的到訪。參訪將於線上進行。
letter-reminder-host = 「{ $organization }」（{ $city }）即將進行線上參訪。
letter-soon-subject = 即將開始：{ $title }（{ $date }）
letter-soon-heading = 您的參訪即將開始
letter-unsubscribe-reminders = 不再接收提醒
unsubscribe-reminders-title = 參訪提醒
unsubscribe-reminders-ask = 要讓 { $email } 不再收到參訪提醒嗎？邀請與取消通知仍會寄送。
unsubscribe-reminders-leave = 不再接收提醒
unsubscribe-reminders-left = { $email } 不會再收到參訪提醒。邀請與取消通知仍會寄送。
unsubscribe-reminders-join = 重新接收提醒
unsubscribe-reminders-joined = { $email } 會收到參訪提醒。
letter-kind-visit-reminder = 提醒
letter-kind-visit-soon = 開始前提醒

### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = 等候回覆
booking-declined = 未獲核准
booking-lapsed = 已失效
booking-next-requested = 在獲得回覆之前會保留您的名額，結果將以電子郵件通知預約人。
booking-next-declined = 這項申請未獲核准，歡迎另選時間。
booking-next-lapsed = 期限內無人回覆，申請已失效，歡迎再次申請。
booking-respond-by = 回覆期限：{ $when }。
booking-approvals = 目前回覆
booking-approved-by-host = 接待城市已核准。
booking-approved-by-guests = 來訪城市已核准。
booking-group = 人數
booking-language = 希望使用的語言
booking-interpreter = 希望有口譯
booking-accessibility = 參加所需的協助
booking-too-late = 已逾可更改的期限，請洽接待單位。

## Moving a booking
booking-move = 改選其他時間
booking-move-means = 名額會一併移轉：同時取得新名額並釋出舊名額，所有受邀者都會收到通知。
booking-move-asks = 新的時間需要重新核准。
booking-move-confirm = 更改時間
booking-move-none = 目前沒有其他時間有足夠名額。
field-slot-id = 新的時間

## Who comes
booking-people = 更改參加者
booking-people-means = 新加入的人會收到邀請；被移除的人會個別收到通知。空白列會略過。
booking-people-confirm = 儲存名單

## Holds
hold-kept = 填寫期間會為您保留名額。
hold-lost = 名額已不再為您保留，您仍可嘗試預約。
hold-others = 有人正在預約最後的名額。若對方離開，名額會立即顯示。
slot-held = 有人正在預約

## Waiting lists
waiting-title = 候補名單
waiting-join-lead = 有名額釋出時，會依加入順序為候補者保留。
waiting-join = 加入候補
waiting-length = { $count ->
    [0] 目前無人候補。
   *[other] 目前有 { $count } 組候補。
  }
waiting-waiting = 候補中
waiting-offered = 已為您保留名額
waiting-booked = 您已完成預約
waiting-passed = 保留期限已過
waiting-left = 您已退出候補
waiting-ended = 候補已結束
waiting-ahead = { $count ->
    [0] 下一組就是您。
   *[other] 您前面還有 { $count } 組。
  }
waiting-until = 保留至 { $when }，逾時將轉給下一組。
waiting-book = 預約這些名額
waiting-leave = 退出候補
waiting-leave-means = 您的順位會讓給後面的人。
waiting-keep-link = 持有本頁網址的人都能使用您的順位，請妥善保管。
waiting-seats = 需要的名額

## What an offer asks
field-group-size = 參加人數
field-language = 希望使用的語言
field-interpreter = 希望有口譯
field-accessibility = 參加所需的協助
field-consent = 我們同意
book-questions = 接待單位的提問
book-no-wish = 皆可
book-yes = 是
book-no = 否
book-approval = 每項申請由接待單位回覆，在此之前會保留您的名額。
book-approval-both = 每項申請由雙方城市回覆，在此之前會保留您的名額。
book-ask = 送出申請

## The console
console-requests = 等候回覆的申請
console-requests-none = 目前沒有等候您回覆的申請。
console-approve = 核准
console-decline = 婉拒
console-decline-means = 來訪單位會收到通知及您的說明，名額隨即釋出。
console-capacity = 名額
console-capacity-save = 更改名額
console-close = 停止接受預約
console-reopen = 重新接受預約
console-waiting = { $count ->
   *[other] { $count } 組候補
  }
console-held = { $count ->
   *[other] { $count } 個名額正在預約中
  }
console-move = 改到其他時間
field-capacity-of = 名額

## Done
done-moved = 參訪已改期，所有受邀者都會收到電子郵件。
done-people = 名單已儲存。
done-approved = 已核准。
done-declined = 已婉拒，來訪單位會收到電子郵件。
done-resized = 名額已更改，所有人都會立即看到。
done-closed = 這個時間已停止接受預約。
done-reopened = 這個時間重新接受預約。
done-left = 您已退出候補名單。
done-joined = 您已加入候補，附有連結的信件即將寄達。

## What is wrong
fault-too-late = 已逾可更改的期限，請洽接待單位。
fault-booking-state = 情況已有變動，請查看目前狀態。
fault-seats-taken = 已有更多名額被預約或正在預約中。
fault-slot-cancelled = 這個時間不會舉行。
fault-party-limit = 您的預約次數已達上限，未完成預約。
fault-city-limit = 您的城市預約次數已達上限，未完成預約。
fault-hold-expired = 名額已不再為您保留，未完成預約。
fault-too-many-holds = 同時開啟的表單過多，請先完成或離開其他表單。
fault-no-waiting-list = 這項參訪沒有候補名單。
fault-seats-left = 現在有名額，請直接預約。
fault-already-waiting = 這個地址已在候補名單中。
fault-waiting-list-full = 候補人數已滿，請另選時間。
fault-other-offer = 請選擇同一項參訪的時間。
fault-other-slot = 這些名額是為其他時間保留的。
fault-consent-required = 請表示同意，否則無法預約。
fault-unknown-choice = 請選擇其中一個答案。
fault-one-per-party = 不論幾人，每組占一個名額。
fault-not-seats = 請為每位參加者各取一個名額。

## Kinds of letters
letter-kind-visit-rescheduled = 改期通知
letter-kind-visit-requested = 收到申請
letter-kind-visit-to-approve = 待回覆申請
letter-kind-visit-declined = 未獲核准
letter-kind-visit-lapsed = 逾期失效
letter-kind-visit-left = 移除通知
letter-kind-waiting-joined = 加入候補
letter-kind-waiting-offered = 保留名額

## A clock's new rules took a visit out of a city's reachable hours
booking-again = 有待再次確認
booking-again-city = 由於時制規則更改，參訪現在落在{ $city }的夜間。參訪仍會舉行；已請{ $city }的協調人確認參加者可以出席。
booking-again-button = 再次確認
console-again = 有待再次確認的參訪

## The editor of how an offer is booked
policy-title = 預約方式
policy-lead = 由誰核准、每組人數上限，以及要請來訪單位回答的問題。自即刻起的預約適用。
policy-no-limit = 0 表示不限。
policy-questions = 給來訪單位的問題
policy-questions-hint = 沒有填寫問題的列會略過。
policy-question = 問題 { $number }
policy-choices-hint = 請以分號分隔。
policy-save = 儲存
console-policy = 預約方式
done-policy-saved = 已儲存，即刻起適用。
field-approval = 核准
approval-instant = 無須核准，立即確認
approval-host = 由接待單位核准
approval-both = 由雙方城市的聯絡人核准
field-approval-hours = 申請幾小時後失效
field-change-hours = 參訪前幾小時內不得更改
field-seat = 一個名額代表
seat-person = 一個人
seat-party = 一組人
field-group-max = 每組人數上限
field-party-limit = 每組預約次數上限
field-city-limit = 每個城市預約次數上限
field-asks = 提供給來訪單位
asks-waiting-list = 額滿時可候補
asks-language = 可選擇希望使用的語言
asks-interpreter = 可要求口譯
asks-accessibility = 可說明參加所需的協助
field-policy-consent = 來訪單位須同意的事項
field-question-text = 問題
field-question-kind = 回答方式
question-text = 文字
question-choice = 選項
question-yes-no = 是或否
field-question-choices = 選項內容
field-question-required = 必須回答

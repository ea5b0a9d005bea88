### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = 交流近況
life-last = 上次參訪
life-next = 下次參訪
life-none-yet = 尚無
life-none-ahead = 尚未安排
life-numbers = 歷年參訪次數與人數
life-numbers-none = 首次參訪後即會顯示統計。
life-year = 年份
life-visits = 參訪次數
life-people = 人數
life-tracks = 接待單位類別
life-visit-count = { $count } 次參訪
life-people-count = { $count } 人
life-recent = 可回顧的參訪
life-outcomes = 參訪收穫
life-side-hosts = 接待方
life-side-guests = 來訪方
life-history = 歷程
history-proposed = 建檔，階段：{ $stage }
history-agreed = { $city }同意
history-stage = 進入階段：{ $stage }
history-pilot = 試辦期至 { $date }
history-facts = 編輯資料
# Who wrote a line of the history.
history-by = 由 { $name } 記錄
pilot-until = 試辦至 { $date }
pilot-outcome-continued = 試辦成功，延續為正式關係
pilot-outcome-ended = 試辦結束
pilot-outcome-extended = 試辦延長
life-edit = 編輯這個夥伴關係

## The coordinators' overview
overview-title = 您的夥伴關係
overview-lead = 需要您留意的排在最前面。
overview-none = 您的城市尚無夥伴關係。
attention-pilot-over = 試辦期已過：請記錄結果
attention-proposal = 等待同意
attention-pilot-ends = 試辦即將結束
attention-pilot-open = 試辦尚未設定結束日
attention-dormant = 長期沉寂
attention-quiet = 近來沉寂
overview-fine = 一切正常

## Editing a partnership
edit-title = 編輯：{ $cities }
edit-pilot-title = 試辦結果如何？
edit-pilot-means = 這段話會顯示在夥伴關係的頁面上。
edit-stage-title = 變更階段
edit-facts-title = 基本資料
edit-save = 儲存
edit-meanwhile = 其他人已在此期間儲存了變更。請查看目前內容後再修改一次。
field-outcome = 結果
field-pilot-ends = 試辦最後一天
field-pilot-ends-hint = 開始或延長試辦時必填。
field-why = 原因說明
done-partnership-saved = 已儲存，歷程已更新。
fault-stage-not-reachable = 目前的階段無法直接變更為此階段。
fault-not-a-pilot = 僅適用於試辦。
fault-outcome-contradicts = 結果與階段或日期不符。
fault-partnership-proposed = 其他城市尚未同意。
fault-not-visited = 參訪尚未開始，或未舉行。

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = 夥伴關係沉寂時的提醒信
unsubscribe-quiet-partnerships-ask = { $cities } 這個夥伴關係沒有參訪時，{ $email } 每月會收到一封信，列出各城市都合適的時間。要停止這些信嗎？
unsubscribe-quiet-partnerships-leave = 不再提醒我
unsubscribe-quiet-partnerships-left = { $email } 不會再收到這個夥伴關係的提醒：{ $cities }。其他信件仍會寄送。
unsubscribe-quiet-partnerships-join = 重新提醒我
unsubscribe-quiet-partnerships-joined = { $cities } 這個夥伴關係沒有參訪時，{ $email } 每月會收到一封信，列出各城市都合適的時間。

## After the visit
report-title = 參訪之後
report-link = 分享收穫並安排下次參訪
report-attendance = 出席情形
report-attendance-means = 人數會計入夥伴關係頁面的統計；留空則以勾選人數計算。
report-not-marked = 尚未登記出席情形。
field-headcount = 來訪總人數
field-came = 出席者
report-outcome = 您有什麼收穫？
report-outcome-hosts = 您代表接待方填寫。
report-outcome-guests = 您代表來訪方填寫。只有在您於此允許且接待方發布後才會公開，且不會顯示您的姓名。
field-text = 簡短說明
field-outcome-locale = 文字語言
field-public = 公開
report-public-hosts = 顯示在夥伴關係的頁面上
report-public-guests = 可以顯示在夥伴關係的頁面上
report-is-public = 已顯示在夥伴關係的頁面上
report-is-private = 僅相關人員可讀
report-publish = 公開
report-unpublish = 停止公開
report-again = 下次參訪
report-again-means = 選擇時間後，表單會自動填入相同的團體與人員。
report-again-none = 目前沒有可預約的時段。
report-again-others = 查看其他行程
done-attendance = 已儲存出席情形。
done-outcome = 已儲存，謝謝您。

## Letters about a partnership
letter-kind-partnership-proposed = 夥伴關係提議
letter-kind-partnership-agreed = 夥伴關係成立
letter-kind-partnership-quiet = 沉寂的夥伴關係
letter-kind-visit-follow-up = 參訪之後
letter-proposed-subject = 夥伴關係提議：{ $cities }
letter-proposed-heading = 您的城市受邀建立夥伴關係
letter-proposed-text = 有人提議以下城市建立夥伴關係：{ $cities }。階段：{ $stage }。
letter-proposed-by = 提議人：{ $name }。
letter-proposed-means = 在所有城市同意之前，只有這些城市的人知道。您可以代表您的城市同意或婉拒。
letter-proposed-link = 查看提議並回覆
letter-agreed-subject = 全部同意：{ $cities }
letter-agreed-heading = 您提議的夥伴關係已成立
letter-agreed-text = 所有城市都已同意：{ $cities }。從現在起可以互相查看並預約行程。
letter-agreed-link = 查看夥伴關係
letter-quiet-subject = 再次相聚的時候：{ $cities }
letter-quiet-heading = 你們的城市之間近來較為沉寂
letter-quiet-text = 這個夥伴關係目前沒有安排參訪：{ $cities }。
letter-quiet-last = 上次參訪是 { $date }。
letter-quiet-never = 尚未有過參訪。
letter-quiet-times = 以下 { $count } 個時間各城市都合適，且都是工作日：
letter-quiet-make = 提供這個時段
letter-quiet-find = 尋找其他時間
letter-quiet-link = 查看夥伴關係
letter-unsubscribe-quiet-partnerships = 不再提醒我這個夥伴關係
# $title is the offer's, $with the other side.
letter-follow-up-subject = 參訪之後：{ $title }
letter-follow-up-heading = 這次參訪有什麼收穫？
letter-follow-up-text = 您已與「{ $with }」交流。幾句收穫分享，能幫助兩個城市繼續往來。
letter-follow-up-text-host = 「{ $with }」已完成參訪。請登記出席情形，並寫下幾句收穫。
letter-follow-up-link = 寫下收穫
letter-follow-up-next = 可以一步預約相同成員的下次參訪。
letter-follow-up-again = 選擇下次參訪時間

# 頁面文字。一個鍵只有一個意思；每種語言的鍵都相同。

product-name = Sisterline
skip-to-content = 跳到主要內容

## 每一頁的外框
nav-label = 主選單
nav-partnerships = 姊妹市
nav-cities = 城市
nav-console = 我的接待單位
nav-sign-in = 接待單位登入
nav-api = 程式介面（API）
nav-dev-mail = 示範信件
language-label = 語言
footer-line = 兩座城市，兩個時鐘，一個彼此都方便的時刻。
footer-nav-label = 更多
footer-zones = 本頁所有時間均由伺服器依時區資料 { $version } 換算。
signed-in-as = 目前登入：{ $name }
sign-out = 登出
live-waiting = 連線中斷，時段可能已有變動，正在重新連線……
live-back = 已重新連線。
# n: 2 to 5
live-looking = 目前有 { $n } 人正在看這個時段。
# n: a number that at least so many are
live-looking-many = 目前有超過 { $n } 人正在看這個時段。

## 時段感受、狀態、階段、類別
tier-office = 上班時間
tier-reachable = 可聯絡
tier-unsocial = 夜間
now-office = 現在是上班時間
now-reachable = 現在可聯絡
now-unsocial = 現在是夜間
legend-open = 開放預約，圈內為剩餘名額
legend-full = 已額滿
stage-prospective = 洽談中
stage-pilot = 試辦
stage-official = 正式締盟
stage-paused = 暫停
stage-ended = 已結束
track-official = 市府與公務機關
track-civic = 社團與協會
track-education = 學校與大學
track-culture = 文化
track-business = 商業

## 時段
slot-open = 開放預約
slot-full = 已額滿
slot-closed = 已截止
slot-cancelled = 已取消
slot-seats-left = { $count ->
    [0] 沒有名額了
   *[other] 剩 { $count } 個名額
  }
slot-of-capacity = 共 { $count } 個
slot-book = 預約
slot-details = 詳情
slot-duration = 時間長度
slot-languages = 語言
slot-topics = 主題
slot-full-what-now = 名額已全數預約。若有人取消，名額會立刻出現在這裡。
slot-closed-what-now = 這個時段已不再開放預約。
slot-started-what-now = 這場參訪已經開始了。
slot-cancelled-what-now = 接待單位已取消這場參訪，並已寫信通知所有預約者。
slot-others = 同一場參訪的其他時段
slot-all-times = { $name }的所有時段
slots-new = 有新的時段。
slots-stale = 本頁內容可能已經過時。
slots-refresh = 顯示最新內容
visits-none = 目前沒有公開的參訪。請到姊妹市頁面查看兩市之間的時段。

## 首頁
home-title = 在彼此都方便的時刻，見見你的姊妹市。
home-lead = 姊妹市開放線上參訪時段：一堂課、一座市政廳、一次合唱排練、一間實驗室。選一個時段，同時看到兩座城市的時間，每位參加者都會收到行事曆看得懂的邀請。
home-find = 尋找你的姊妹市
home-see-visits = 近期參訪
home-partnerships = 姊妹市
home-partnerships-lead = 選擇想要連結的城市，兩地的一天會並排呈現。
home-partnerships-none = 尚未登錄任何姊妹市。協調人登入後即可新增第一組。
home-cities = 城市
home-cities-lead = 每個圓環是一座城市的一天：午夜在下，正午在上，紅珠就是現在。
home-cities-none = 尚未登錄任何城市。管理員登入後即可新增第一座。
home-visits = 近期參訪
home-visits-lead = 開放給姊妹市的所有人。
partnership-since = { $year } 年起
partnership-open-slots = { $count ->
    [0] 目前沒有開放的時段
   *[other] { $count } 個開放時段
  }

## 城市
city-now = 現在
city-zone = 時區
city-office-hours = 上班時間
city-languages = 語言
city-partnerships = 姊妹市
city-partnerships-none = 這座城市目前沒有公開的姊妹市。
city-partnerships-count = { $count ->
    [0] 尚無姊妹市
   *[other] { $count } 組姊妹市
  }
city-hosts = 接待單位
city-hosts-lead = 請透過這座城市的姊妹市頁面預約參訪。
city-hosts-none = 目前還沒有接待單位。
city-visits = 近期公開參訪
host-offers-label = 提供的參訪

## 姊妹市
week-nav-label = 週次
week-previous = 前一週
week-next = 後一週
week-empty = 這一週沒有開放的時段。
week-empty-what-now = 之後也還沒有時段。請寫信給接待單位，或過幾天再來看看。
week-go-to-next = 前往最近的開放時段
day-empty = 沒有開放的時段。
today = 今天

## 預約表單
book-title = 預約這場參訪
book-party = 誰要參加
book-contact = 聯絡人
book-attendees = 其他參加者
book-attendees-hint = 每個人都會收到自己的邀請。您也可以直接轉寄您的邀請。
book-attendee-number = 第 { $number } 位
book-add-attendee = 再加一位
book-submit = 確定預約
book-what-next = 您會立即收到一封信，內含兩地時間、行事曆邀請，以及更改預約的連結。
form-faults = 有 { $count } 個地方需要再看一下
field-optional = （選填）
field-city = 您的城市
field-organization = 您的學校、機關、社團或公司
field-name = 您的姓名
field-email = 電子郵件
field-locale = 信件語言
field-zone = 信件所用時區
field-seats = 名額
field-note = 給接待單位的話
field-attendee-name = 姓名
field-attendee-email = 電子郵件
field-reason = 原因

## 預約
booking-thanks = 謝謝您，都安排好了。
booking-confirmed = 已確認
booking-cancelled = 已取消
booking-completed = 已結束
booking-next = 接下來
booking-next-confirmed = 已寄出邀請給名單上的每一位。請在行事曆中接受邀請，並提早幾分鐘從本頁或信中的連結加入。
booking-next-cancelled = 您的參訪已取消，行事曆也已同步通知。歡迎選擇其他時段。
booking-next-completed = 希望那是一段美好的時光。歡迎再次預約。
booking-join = 加入參訪
booking-calendar = 加入行事曆
booking-others = 其他開放時段
booking-party = 參訪單位
booking-seats = 名額
booking-attendees = 受邀者
booking-note = 給接待單位的話
booking-cancel = 取消這筆預約
booking-cancel-means = 名額會立刻釋出，並寫信通知所有受邀者。取消後無法復原。
booking-cancel-confirm = 是，取消預約
booking-keep-link = 知道本頁網址的人都能更改預約，請妥善保管。
seats = { $count } 個名額

## 登入
sign-in-title = 登入
sign-in-lead = 供接待單位、協調人與管理員使用。不需要密碼，我們會寄一個連結給您。
sign-in-send = 寄連結給我
sign-in-guests = 訪客不需要帳號。若要更改預約，請使用信中的連結。
sign-in-sent-title = 請查看信箱
sign-in-sent = 如果 { $email } 已登錄在此，連結就在路上了。
sign-in-sent-next = 連結只能使用一次，15 分鐘內有效。沒收到嗎？請看看垃圾郵件，並檢查地址是否打錯。
sign-in-demo-mail = 打開示範信件
sign-in-again = 重新索取連結
sign-in-enter-title = 歡迎回來
sign-in-enter = 您即將以 { $email } 登入。
sign-in-enter-button = 登入
sign-in-expired-title = 這個連結已失效
sign-in-expired = 連結只能使用一次，且 15 分鐘內有效。請重新索取，只要一下子。

## 主控台
console-title = 我的接待單位
console-hello = { $name }，您好。
console-no-hosts = 您還不是任何接待單位的成員，請洽所屬城市的協調人。
console-no-offers = 還沒有提供任何參訪。
console-no-slots = 沒有即將到來的時段。新增一個，姊妹市立刻就會看到。
console-seats-taken = 個名額已預約
console-nobody-yet = 還沒有人預約。
console-cancel-slot = 取消這個時段
console-cancel-means-nobody = 沒有人預約，這個時段會立刻從所有頁面消失。
console-cancel-means = 有 { $count } 個單位已預約，系統會寫信通知。取消後無法復原。
console-cancel-confirm = 是，取消時段
console-add-slot = 新增時段
console-add-slot-button = 新增這個時段
console-setups = 設定
field-offer = 參訪項目
field-date = 日期
field-time = 開始時間（接待城市當地）
field-capacity = 名額
field-resolution = 您指的是哪一個？
field-city-name = 名稱
field-slug = 網址短名
field-country = 國家
field-city-zone = 時區
field-office-from = 上班
field-office-to = 下班
field-weekend = 休息日
field-languages = 語言
field-cities = 城市
field-stage = 階段
field-since = 締盟年份
field-host-city = 城市
field-host-name = 接待單位名稱
field-track = 類別
field-about = 簡介
field-host = 接待單位
field-title = 標題
field-topics = 主題
field-duration = 分鐘數
field-visibility = 誰看得到
field-description = 參訪內容
field-role-email = 電子郵件
field-role = 角色
field-role-scope = 範圍

console-pick = 您的接待單位
console-pick-summary = 選擇接待單位
console-host-line = { $count ->
    [0] 尚未提供參訪
   *[other] { $count } 個參訪項目
  }
console-more-slots = 之後還有 { $count } 個時段
console-not-all = 只顯示最近的 { $count } 個時段。
console-steps = 第一步
console-steps-lead = 目前還無法預約。以下是通往第一場參訪的步驟，點選即可打開表單。
console-step-city = 新增您的城市，以及想認識的另一座城市。
console-step-partnership = 登錄兩座城市的姊妹關係。
console-step-host = 新增接待單位，由他們接待參訪。
console-step-offer = 說明接待單位提供什麼參訪。
console-step-slot = 新增第一個時段。
console-none-to-keep = 還沒有任何接待單位。
add-slot-capacity-hint = 留空則使用參訪項目的名額。
doubt-gap = { $city }當晚會把時鐘撥快，{ $time } 這個時刻不存在。您指的是下面這個嗎？若不是，請改選其他時間。
doubt-fold = { $city }當晚會把時鐘撥慢，因此 { $time } 會出現兩次。
resolution-gap-shifted = 順延撥快的時間
resolution-fold-first = 時鐘撥慢之前
resolution-fold-second = 時鐘撥慢之後
setup-city = 新增城市
setup-partnership = 登錄姊妹關係
setup-host = 新增接待單位
setup-offer = 新增參訪項目
setup-role = 指派角色
field-native-name = 當地文字的名稱
field-kind = 性質
field-overlap = 與其他參訪
field-meeting-url = 線上會議連結
field-role-name = 姓名
field-role-locale = 信件語言
hint-slug = 小寫英文字母、數字與連字號，之後無法更改。
hint-country = 兩個英文字母，例如 TW 或 US。
hint-languages = 語言代碼，以逗號分隔，例如 en, zh-TW。
hint-topics = 以逗號分隔。
hint-meeting-url = 以 https:// 開頭的網址，只會告訴已預約的人。
hint-role-name = 第一次登錄時才需要填寫。
overlap-allowed = 可與接待單位的其他參訪同時進行
role-admin = 全站管理員
role-coordinator = 協調人
role-member = 接待單位成員
seen-by-public = 所有人
seen-by-partners = 姊妹市
seen-by-unlisted = 知道連結的人
known-to-public = 所有人
known-to-private = 僅限所屬城市的工作人員
day-mon = 星期一
day-tue = 星期二
day-wed = 星期三
day-thu = 星期四
day-fri = 星期五
day-sat = 星期六
day-sun = 星期日

## 主控台欄位哪裡不對
fault-invalid-url = 請輸入以 https:// 開頭的網址。
fault-out-of-range = 請輸入 { $min } 到 { $max } 之間的數字。
fault-not-a-number = 請輸入數字。
fault-count = 請選擇 { $min } 到 { $max } 個。
fault-unknown = 請從清單中選擇。
fault-too-many = 數量太多了。
fault-invalid-slug = 請使用 2 到 60 個小寫英文字母、數字與連字號，例如 new-taipei。
fault-invalid-country = 請輸入兩個字母的國家代碼，例如 TW。
fault-invalid-language = 請輸入語言代碼，例如 en、zh-TW 或 ja。
fault-invalid-time = 請輸入時間，例如 09:00。
fault-end-before-start = 下班時間必須晚於上班時間。
fault-slug-taken = 已有其他城市使用這個短名，請換一個。
fault-slot-overlaps = 接待單位在那段時間已有其他參訪，請選擇其他時間。
fault-invalid-local-time = 請輸入日期與時間。
fault-local-day-missing = 當地曆法跳過了那一天，請選擇其他日期。
fault-choose-instant = 請選擇您指的是哪一個，或改選其他時間。
fault-in-past = 請選擇尚未到來的時間。
fault-too-far = 請選擇十年以內的時間。
fault-not-yours = 至少要有一座是您所協調的城市。

## 示範信件
dev-mail-title = 示範信件
dev-mail-lead = 沒有任何信件離開這台機器，這些是原本會寄出的信。
dev-mail-none = 還沒有信件。預約一場參訪，第一封就會出現在這裡。
letter-subject = 主旨
letter-to = 收件人
letter-kind = 種類
letter-at = 寫於
letter-state = 狀態
letter-html = 一般人看到的樣子
letter-text = 純文字
letter-calendar = 行事曆
letter-broken = 這封信已無法呈現。
letter-raw = 完整郵件原文
letter-kind-visit-confirmed = 邀請
letter-kind-visit-cancelled = 取消通知
letter-kind-series-confirmed = 系列通知
letter-kind-series-cancelled = 系列取消
letter-kind-sign-in = 登入連結
letter-kind-visit-moved = 時制變更通知
letter-kind-confirm-again = 請再次確認
letter-kind-answer-received = 出席回覆
letter-kind-time-proposed = 提議其他時間
letter-kind-address-failing = 信件遭退回
letter-state-queued = 等候寄送
letter-state-sending = 寄送中
letter-state-sent = 已寄出
letter-state-dead = 已放棄
letter-state-superseded = 已由新的信取代
letter-state-expired = 已逾時，不再寄送
letter-follow = 前往信中的連結

## API
docs-title = 程式介面（API）
docs-version = 版本 { $version }。
docs-machine = 給機器讀的版本（OpenAPI 3.1）
docs-nav-label = 操作
docs-parameters = 參數
docs-request = 內容
docs-responses = 回應
docs-required = 必填

## 問題
problem-home = 回到首頁
problem-403 = 您無法開啟這個頁面
problem-403-next = 您可能以其他地址登入，或這個頁面屬於別的接待單位。如果您是送出表單後來到這裡，請回上一頁重新整理後再送一次。
problem-404 = 這裡什麼都沒有
problem-404-next = 連結可能太舊或不完整。從首頁可以前往每一座城市與姊妹市。
problem-409 = 有人快了一步
problem-409-next = 您看到的內容剛剛已經變動。請回上一頁查看目前的狀況。
problem-422 = 有些內容我們看不懂
problem-422-next = 請回上一頁檢查輸入的內容。什麼都沒有被更改。
problem-429 = 一下子太多了
problem-429-next = 請稍等一分鐘再試，什麼都沒有遺失。
problem-500 = 出了點問題，是我們的錯
problem-500-next = 我們已經記錄下來。請稍後再試；若再次發生，請把下方的代碼告訴我們。
problem-503 = 馬上回來
problem-503-next = 服務的一部分暫時無法使用。已預約的內容不會遺失，請一分鐘後再試。

## Said once after something was done
done-cancelled = 參訪已取消，並會以電子郵件通知所有相關人員。
done-slot-added = 時段已新增，正在瀏覽的人都會立即看到。
done-slot-cancelled = 時段已取消，並會以電子郵件通知所有預約者。
done-entered = 已儲存。
done-signed-in = 您已登入。
done-signed-out = 您已登出。

## Small words
list-separator = 、

## What is wrong with a field, by its code
fault-required = 請填寫此欄位。
fault-too-long = 內容太長。
fault-control-characters = 請移除換行與看不見的字元。
fault-invalid-email = 請輸入電子郵件地址，例如 name@example.org。
fault-duplicate-email = 此地址已在這筆預約中。
fault-unknown-city = 請選擇您的城市。
fault-unknown-zone = 請從清單中選擇時區。
fault-slot-full = 有人搶先一步：剩餘名額不足，並未完成預約。
fault-slot-closed = 此時段已不再接受預約，並未完成預約。
fault-slot-started = 這場參訪已經開始，並未完成預約。
fault-visit-started = 這場參訪已經開始，無法再變更。
fault-sent-before = 此表單先前曾以不同內容送出。請檢查後再送出一次。
fault-stale-form = 此表單已過期。請重新開啟頁面後再送出。

## Booking
home-page-title = 姊妹市之間的參訪
book-choose-city = 請選擇…
book-zone-of-city = 與城市相同
minutes = { $count } 分鐘
clocks-apart = { $count ->
    [0] 時間相同
   *[other] 相差 { $count } 小時
  }
clocks-apart-exactly = 相差 { $time } 小時
kind-office = 公部門
kind-school = 學校
kind-university = 大學
kind-association = 協會
kind-company = 公司

# Heading over partnerships that wait for an answer.
console-proposals = 提議中的姊妹市
proposal-title = 已提議，尚未同意
proposal-awaits = 尚待{ $cities }同意。
proposal-meaning = 在所有城市同意之前，只有這些城市的人知道這項提議，也無法透過它查看或預約任何時段。
proposal-agree = 代表您的城市同意
proposal-withdraw = 撤回提議
done-agreed = 已同意。待所有城市同意後，彼此的活動就會互相開放。
done-withdrawn = 提議已撤回。

# Letters that could not be sent, for admins.
outbox-title = 寄件匣
outbox-lead = 每封信都會在此等候，直到郵件伺服器收下為止。
outbox-paused = 目前沒有寄出任何信件
outbox-paused-next = 郵件伺服器拒絕了我們。信件會在此等候，不會遺失；設定或伺服器修好之後，就會自動寄出。伺服器的回覆：
outbox-counts = 信件
outbox-none = 還沒有任何信件。
outbox-dead = 已放棄
outbox-dead-none = 沒有被放棄的信件。
outbox-reason = 原因
outbox-actions = 處理方式
outbox-requeue = 再寄一次
outbox-discard = 捨棄
done-requeued = 信件已排入佇列，將再寄一次。
done-discarded = 信件已捨棄。
letter-state-discarded = 已捨棄
console-outbox = 寄件匣

# How each letter reads, for admins.
preview-title = 信件預覽
preview-lead = 本系統會寄出的每一種信件，以各種語言呈現，內容取自一場範例參訪。
preview-harmless = 這裡的信件都沒有寄出，連結也只是範例：所指的內容並不存在，也不會讓任何人進入。
preview-day = 參訪日期
preview-day-next-day = 高雄已是隔天
preview-day-same-day = 兩地在同一天
preview-day-clocks-back = 夏令時間結束
preview-day-clocks-forward = 夏令時間開始
preview-show = 顯示信件
preview-from = 寄件人
preview-eml = 下載郵件（.eml）

# Calendars that people subscribe to.
console-calendars = 訂閱行事曆
calendars-title = 訂閱行事曆
calendars-lead = 您的行事曆程式可以訂閱這些網址，隨時顯示最新的狀態。持有網址的人都能看到其中的參訪，請謹慎分享。
feed-person = 您受邀參加或負責接待的參訪
feed-host = 此接待單位的參訪
feed-partnership = 此姊妹市之間的參訪，不含會議連結
feed-open = 在行事曆中開啟
feed-google = 加入 Google 日曆
feed-rotate = 更換網址
feed-busy = 只含忙碌時段，不透露內容：
feed-slow = 行事曆更新的時間由各程式決定：多數在一小時內，Google 則在一天之內。
feed-name = 參訪：{ $name }
city-feed = 加入您的行事曆
done-rotated = 網址已更換。訂閱舊網址的行事曆將不再顯示任何內容。

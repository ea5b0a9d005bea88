# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = 本文へ移動

## Around every page
nav-label = メインメニュー
nav-partnerships = 姉妹都市
nav-cities = 都市
nav-console = 受け入れ先の管理
nav-sign-in = 受け入れ先のログイン
nav-api = プログラム向けAPI
nav-dev-mail = デモのメール
language-label = 言語
footer-line = ふたつの都市、ふたつの時計、どちらにも都合のよいひととき。
footer-nav-label = その他
footer-zones = このページの時刻はすべて、タイムゾーンデータ { $version } に基づいてサーバーが計算しています。
signed-in-as = ログイン中：{ $name }
sign-out = ログアウト
live-waiting = 接続が切れました。日時が変わっている可能性があります。再接続しています…
live-back = 再接続しました。
# n: 2 to 5
live-looking = 現在 { $n } 人がこの時間枠を見ています。
# n: a number that at least so many are
live-looking-many = 現在 { $n } 人を超える人がこの時間枠を見ています。

## Tiers, states, stages, tracks
tier-office = 執務時間
tier-reachable = 連絡可能
tier-unsocial = 夜間
now-office = 現在は執務時間
now-reachable = 現在は連絡可能
now-unsocial = 現在は夜間
legend-open = 予約可（数字は残席）
legend-full = 満席
stage-prospective = 検討中
stage-pilot = 試行中
stage-official = 正式提携
stage-paused = 休止中
stage-ended = 終了
track-official = 市役所・行政機関
track-civic = 市民団体
track-education = 学校・大学
track-culture = 文化
track-business = 経済

## Slots
slot-open = 予約可
slot-full = 満席
slot-closed = 受付終了
slot-cancelled = 中止
slot-seats-left = { $count ->
    [0] 残席なし
   *[other] 残り{ $count }席
  }
slot-of-capacity = 定員{ $count }席
slot-book = 予約する
slot-details = 詳細
slot-duration = 所要時間
slot-languages = 言語
slot-topics = テーマ
slot-full-what-now = 満席です。キャンセルが出ると、すぐにここに表示されます。
slot-closed-what-now = この日時の受付は終了しました。
slot-started-what-now = この訪問はすでに始まっています。
slot-cancelled-what-now = この訪問は受け入れ先の都合により中止されました。予約された方にはメールでお知らせしました。
slot-others = 同じ訪問のほかの日時
slot-all-times = { $name }のすべての日時
slots-new = 新しい日時が追加されました。
slots-stale = このページの内容は古い可能性があります。
slots-refresh = 最新の状態を表示
visits-none = 現在、公開されている訪問はありません。姉妹都市のページで両市間の日時をご覧ください。

## Home
home-title = 姉妹都市と、お互いに都合のよい時間に会いましょう。
home-lead = 姉妹都市がオンライン訪問の日時を公開しています。学校の教室、市役所、合唱の練習、研究室。日時を選ぶと両市の時刻が表示され、参加者全員に、お使いのカレンダーで開ける招待状が届きます。
home-find = 姉妹都市を探す
home-see-visits = 今後の訪問
home-partnerships = 姉妹都市
home-partnerships-lead = つなぎたい都市をお選びください。両市の一日が並んで表示されます。
home-partnerships-none = 姉妹都市はまだ登録されていません。コーディネーターがログインして登録できます。
home-cities = 都市
home-cities-lead = 輪はその都市の一日です。下が真夜中、上が正午、赤い玉が現在を示します。
home-cities-none = 都市はまだ登録されていません。管理者がログインして登録できます。
home-visits = 今後の訪問
home-visits-lead = 姉妹都市の方ならどなたでもご参加いただけます。
partnership-since = { $year }年から
partnership-open-slots = { $count ->
    [0] 予約できる日時なし
   *[other] 予約できる日時：{ $count }件
  }

## City
city-now = 現在
city-zone = タイムゾーン
city-office-hours = 執務時間
city-languages = 言語
city-partnerships = 姉妹都市
city-partnerships-none = この都市には、公開されている姉妹都市がまだありません。
city-partnerships-count = { $count ->
    [0] 姉妹都市なし
   *[other] 姉妹都市提携{ $count }件
  }
city-hosts = 訪問の受け入れ先
city-hosts-lead = 訪問は、この都市の姉妹都市のページからお申し込みください。
city-hosts-none = 受け入れ先はまだありません。
city-visits = 今後の公開訪問
host-offers-label = 提供プログラム

## Partnership
week-nav-label = 週
week-previous = 前の週
week-next = 次の週
week-empty = この週に予約できる日時はありません。
week-empty-what-now = その後の日時もまだ登録されていません。受け入れ先にお問い合わせいただくか、数日後にもう一度ご覧ください。
week-go-to-next = 次に予約できる日時へ
day-empty = 日時なし
today = 今日

## Booking form
book-title = この訪問を予約する
book-party = 訪問する方
book-contact = 連絡先
book-attendees = ほかの参加者
book-attendees-hint = それぞれの方に招待状が届きます。ご自分の招待状を転送することもできます。
book-attendee-number = { $number }人目
book-add-attendee = 参加者を追加
book-submit = この訪問を予約する
book-what-next = 両市の時刻、カレンダーの招待状、変更用のリンクを記したメールがすぐに届きます。
form-faults = { $count }か所をご確認ください
field-optional = （任意）
field-city = お住まいの都市
field-organization = 学校・機関・団体・会社名
field-name = お名前
field-email = メールアドレス
field-locale = メールの言語
field-zone = メールのタイムゾーン
field-seats = 席数
field-note = 受け入れ先へのメッセージ
field-attendee-name = お名前
field-attendee-email = メールアドレス
field-reason = 理由

## Booking
booking-thanks = ありがとうございます。手配が完了しました。
booking-confirmed = 確定
booking-cancelled = キャンセル済み
booking-completed = 終了
booking-next = 今後の流れ
booking-next-confirmed = 参加者全員に招待状をお送りしました。カレンダーで承諾し、当日は数分前に、このページまたはメールのリンクからご参加ください。
booking-next-cancelled = この訪問は取り消され、カレンダーにも通知されました。よろしければ別の日時をお選びください。
booking-next-completed = よいひとときをお過ごしいただけましたら幸いです。またのご予約をお待ちしております。
booking-join = 訪問に参加する
booking-calendar = カレンダーに追加
booking-others = 予約できるほかの日時
booking-party = ご予約の団体
booking-seats = 席数
booking-attendees = 招待された方
booking-note = 受け入れ先へのメッセージ
booking-cancel = この予約をキャンセルする
booking-cancel-means = お席はすぐにほかの方へ開放され、招待された全員にメールでお知らせします。元に戻すことはできません。
booking-cancel-confirm = はい、キャンセルします
booking-keep-link = このページのアドレスを知っている方は、誰でも予約を変更できます。大切に保管してください。
seats = { $count }席

## Signing in
sign-in-title = ログイン
sign-in-lead = 受け入れ先、コーディネーター、管理者の方へ。パスワードは不要です。ログイン用のリンクをお送りします。
sign-in-send = リンクを送信
sign-in-guests = 訪問される方にアカウントは必要ありません。予約の変更は、メールのリンクから行えます。
sign-in-sent-title = メールをご確認ください
sign-in-sent = { $email } が登録されている場合、リンクをお送りしました。
sign-in-sent-next = リンクは1回限り、15分間有効です。届かない場合は、迷惑メールフォルダーと、アドレスの入力間違いをご確認ください。
sign-in-demo-mail = デモのメールを開く
sign-in-again = 新しいリンクを受け取る
sign-in-enter-title = おかえりなさい
sign-in-enter = { $email } としてログインします。
sign-in-enter-button = ログイン
sign-in-expired-title = このリンクは無効です
sign-in-expired = リンクは1回限り、15分間有効です。新しいリンクをお受け取りください。

## Console
console-title = 受け入れ先の管理
console-hello = { $name }さん、こんにちは。
console-no-hosts = まだどの受け入れ先にも登録されていません。都市のコーディネーターに追加をご依頼ください。
console-no-offers = プログラムはまだありません。
console-no-slots = 今後の日時はありません。追加すると、すべての姉妹都市にすぐに表示されます。
console-seats-taken = 席が予約済み
console-nobody-yet = まだ予約はありません。
console-cancel-slot = この日時を中止する
console-cancel-means-nobody = 予約はありません。すべてのページからすぐに削除されます。
console-cancel-means = { $count }件の予約があり、メールでお知らせします。元に戻すことはできません。
console-cancel-confirm = はい、中止します
console-add-slot = 日時を追加
console-add-slot-button = この日時を追加
console-setups = 設定
field-offer = プログラム
field-date = 日付
field-time = 開始時刻（受け入れ都市の時刻）
field-capacity = 定員
field-resolution = どちらの時刻ですか
field-city-name = 名称
field-slug = アドレス用の短い名前
field-country = 国
field-city-zone = タイムゾーン
field-office-from = 執務開始
field-office-to = 執務終了
field-weekend = 休日
field-languages = 言語
field-cities = 都市
field-stage = 段階
field-since = 提携年
field-host-city = 都市
field-host-name = 受け入れ先の名称
field-track = 分野
field-about = 紹介
field-host = 受け入れ先
field-title = タイトル
field-topics = テーマ
field-duration = 所要時間（分）
field-visibility = 公開範囲
field-description = 訪問の内容
field-role-email = メールアドレス
field-role = 役割
field-role-scope = 対象

console-pick = 受け入れ先の管理
console-pick-summary = 受け入れ先を選択
console-host-line = { $count ->
    [0] プログラムなし
   *[other] プログラム{ $count }件
  }
console-more-slots = その後の日時{ $count }件
console-not-all = 直近の{ $count }件のみ表示しています。
console-steps = はじめに
console-steps-lead = まだ予約を受け付けられません。最初の訪問までの手順は次のとおりです。それぞれ入力フォームが開きます。
console-step-city = ご自分の都市と、交流したい都市を追加します。
console-step-partnership = 両市の姉妹都市提携を登録します。
console-step-host = 訪問の受け入れ先を追加します。
console-step-offer = 受け入れ先が提供するプログラムを登録します。
console-step-slot = 最初の日時を追加します。
console-none-to-keep = 受け入れ先はまだ追加されていません。
add-slot-capacity-hint = 空欄の場合はプログラムの定員になります。
doubt-gap = { $city }ではその夜に時計が進められ、{ $time }は存在しません。次の時刻でよろしいですか。違う場合は別の時刻をお選びください。
doubt-fold = { $city }ではその夜に時計が戻されるため、{ $time }が2回あります。
resolution-gap-shifted = 時計が進む分だけ遅い時刻
resolution-fold-first = 時計が戻される前
resolution-fold-second = 時計が戻された後
setup-city = 都市を追加
setup-partnership = 姉妹都市提携を登録
setup-host = 受け入れ先を追加
setup-offer = プログラムを追加
setup-role = 役割を付与
field-native-name = 現地語での名称
field-kind = 種別
field-overlap = ほかの訪問との重複
field-meeting-url = 会議のアドレス
field-role-name = お名前
field-role-locale = メールの言語
hint-slug = 英小文字、数字、ハイフン。後から変更できません。
hint-country = TW、USなどの2文字。
hint-languages = en, zh-TWのように、カンマ区切りの言語コード。
hint-topics = カンマ区切り。
hint-meeting-url = https:// で始まるアドレス。予約した方にのみ通知されます。
hint-role-name = 初めて登録する場合のみ必要です。
overlap-allowed = 受け入れ先のほかの訪問と同時に実施できる
role-admin = 全体管理者
role-coordinator = コーディネーター
role-member = 受け入れ先のメンバー
seen-by-public = すべての人
seen-by-partners = 姉妹都市
seen-by-unlisted = リンクを知っている人
known-to-public = すべての人
known-to-private = 所属都市の担当者のみ
day-mon = 月曜日
day-tue = 火曜日
day-wed = 水曜日
day-thu = 木曜日
day-fri = 金曜日
day-sat = 土曜日
day-sun = 日曜日

## What is wrong with a field of the console, by its code
fault-invalid-url = https:// で始まるアドレスを入力してください。
fault-out-of-range = { $min }から{ $max }までの数を入力してください。
fault-not-a-number = 数を入力してください。
fault-count = { $min }～{ $max }件を選択してください。
fault-unknown = 一覧から選択してください。
fault-too-many = 数が多すぎます。
fault-invalid-slug = new-taipei のように、英小文字、数字、ハイフンを2～60文字で入力してください。
fault-invalid-country = TW のように、国を表す2文字を入力してください。
fault-invalid-language = en、zh-TW、ja などの言語コードを入力してください。
fault-invalid-time = 09:00 のように時刻を入力してください。
fault-end-before-start = 終了時刻は開始時刻より後にしてください。
fault-slug-taken = この短い名前は別の都市が使用しています。別の名前をお選びください。
fault-slot-overlaps = 受け入れ先にはその時間に別の訪問があります。別の時刻をお選びください。
fault-invalid-local-time = 日付と時刻を入力してください。
fault-local-day-missing = 現地の暦ではその日は存在しません。別の日をお選びください。
fault-choose-instant = どちらの時刻かを選ぶか、別の時刻をお選びください。
fault-in-past = これから先の日時をお選びください。
fault-too-far = 10年以内の日時をお選びください。
fault-not-yours = 少なくとも1つは、ご自分が担当する都市にしてください。

## Letters of the demo
dev-mail-title = デモのメール
dev-mail-lead = この機器の外には何も送信されません。実際に送信されるはずだったメールです。
dev-mail-none = メールはまだありません。訪問を予約すると、ここに表示されます。
letter-subject = 件名
letter-to = 宛先
letter-kind = 種類
letter-at = 作成
letter-state = 状態
letter-html = 一般的な表示
letter-text = テキスト
letter-calendar = カレンダー
letter-broken = このメールは表示できなくなりました。
letter-raw = メール全文
letter-kind-visit-confirmed = 招待状
letter-kind-visit-cancelled = 中止のお知らせ
letter-kind-series-confirmed = 連続訪問
letter-kind-series-cancelled = 連続訪問の中止
letter-kind-sign-in = ログイン用リンク
letter-kind-visit-moved = 時制変更のお知らせ
letter-kind-confirm-again = 再確認のお願い
letter-kind-answer-received = 出欠の回答
letter-kind-time-proposed = 別の日時の提案
letter-kind-address-failing = メールの不達
letter-state-queued = 送信待ち
letter-state-sending = 送信中
letter-state-sent = 送信済み
letter-state-dead = 送信断念
letter-state-superseded = 新しいメールに差し替え
letter-state-expired = 期限切れ
letter-follow = このメールのリンクを開く

## API
docs-title = プログラム向けAPI
docs-version = バージョン { $version }
docs-machine = 機械可読版（OpenAPI 3.1）
docs-nav-label = 操作
docs-parameters = パラメーター
docs-request = 本文
docs-responses = 応答
docs-required = 必須

## Problems
problem-home = トップページへ
problem-403 = このページを開く権限がありません
problem-403-next = 別のアドレスでログインしているか、ほかの受け入れ先のページである可能性があります。フォームから来られた場合は、前のページに戻って再読み込みし、もう一度送信してください。
problem-404 = ページが見つかりません
problem-404-next = リンクが古いか、途中で切れている可能性があります。トップページからすべての都市と姉妹都市をご覧いただけます。
problem-409 = ほかの方が先に操作しました
problem-409-next = ご覧になった内容はその後変更されました。前のページに戻って現在の状態をご確認ください。
problem-422 = 入力内容に読み取れない箇所があります
problem-422-next = 前のページに戻って入力内容をご確認ください。何も変更されていません。
problem-429 = アクセスが集中しています
problem-429-next = 1分ほどお待ちのうえ、もう一度お試しください。データは失われていません。
problem-500 = こちらの不具合でエラーが発生しました
problem-500-next = 不具合は記録されました。しばらくしてからもう一度お試しください。再び起きる場合は、下のコードをお知らせください。
problem-503 = まもなく復旧します
problem-503-next = サービスの一部が一時的に利用できません。予約は失われていません。1分ほどしてからもう一度お試しください。

## Said once after something was done
done-cancelled = 訪問を取り消しました。関係者全員にメールでお知らせします。
done-slot-added = 日時を追加しました。閲覧中の方にもすぐに表示されます。
done-slot-cancelled = この日時を中止しました。予約された方全員にメールでお知らせします。
done-entered = 保存しました。
done-signed-in = ログインしました。
done-signed-out = ログアウトしました。

## Small words
list-separator = 、

## What is wrong with a field, by its code
fault-required = この項目を入力してください。
fault-too-long = 長すぎます。
fault-control-characters = 改行と見えない文字を取り除いてください。
fault-invalid-email = name@example.org のようなメールアドレスを入力してください。
fault-duplicate-email = このアドレスはすでに予約に含まれています。
fault-unknown-city = 都市を選択してください。
fault-unknown-zone = 一覧からタイムゾーンを選択してください。
fault-slot-full = ほかの方が先に予約したため、席が足りません。予約は行われませんでした。
fault-slot-closed = この日時の受付は終了しました。予約は行われませんでした。
fault-slot-started = この訪問はすでに始まっています。予約は行われませんでした。
fault-visit-started = 訪問はすでに始まっているため、変更できません。
fault-sent-before = このフォームは以前、別の内容で送信されています。ご確認のうえ、もう一度送信してください。
fault-stale-form = このフォームは古くなっています。ページを開き直してから、もう一度送信してください。

## Booking
home-page-title = 姉妹都市をつなぐ訪問
book-choose-city = 選択してください…
book-zone-of-city = 都市と同じ
minutes = { $count }分
clocks-apart = { $count ->
    [0] 同じ時刻
   *[other] 時差{ $count }時間
  }
clocks-apart-exactly = 時差{ $time }時間
kind-office = 行政機関
kind-school = 学校
kind-university = 大学
kind-association = 団体
kind-company = 企業

# Heading over partnerships that wait for an answer.
console-proposals = 提案中の姉妹都市提携
proposal-title = 提案済み・未合意
proposal-awaits = { $cities }の同意を待っています。
proposal-meaning = すべての都市が同意するまで、この提案を知ることができるのは関係する都市の方だけです。これを通じた閲覧や予約もできません。
proposal-agree = 自分の都市として同意する
proposal-withdraw = 提案を取り下げる
done-agreed = 同意しました。すべての都市が同意すると、互いのプログラムが公開されます。
done-withdrawn = 提案を取り下げました。

# Letters that could not be sent, for admins.
outbox-title = 送信箱
outbox-lead = すべてのメールは、メールサーバーが受け付けるまでここで待機します。
outbox-paused = 現在、送信を停止しています
outbox-paused-next = メールサーバーに接続を拒否されています。メールは失われず待機しており、設定またはサーバーが直れば自動的に送信されます。サーバーの応答：
outbox-counts = メール
outbox-none = まだ何も作成されていません。
outbox-dead = 送信断念
outbox-dead-none = 送信を断念したメールはありません。
outbox-reason = 理由
outbox-actions = 操作
outbox-requeue = 再送する
outbox-discard = 破棄する
done-requeued = メールを再送待ちにしました。
done-discarded = メールを破棄しました。
letter-state-discarded = 破棄済み
console-outbox = 送信箱

# How each letter reads, for admins.
preview-title = メールの見本
preview-lead = このシステムが送るすべてのメールを、ひとつの訪問を例に、すべての言語で表示します。
preview-harmless = ここにあるメールは送信されていません。リンクも見本で、実在するものを指しておらず、だれも中に入れません。
preview-day = 訪問の日
preview-day-next-day = 高雄では翌日
preview-day-same-day = 両都市とも同じ日
preview-day-clocks-back = 夏時間の終わり
preview-day-clocks-forward = 夏時間の始まり
preview-show = メールを表示する
preview-from = 差出人
preview-eml = メールをダウンロードする（.eml）

# Calendars that people subscribe to.
console-calendars = カレンダーの購読
calendars-title = カレンダーの購読
calendars-lead = お使いのカレンダーでこれらのアドレスを購読すると、常に最新の状態が表示されます。アドレスを知っている方は訪問の内容を見ることができます。共有する際はご注意ください。
feed-person = 招待された訪問、または受け入れる訪問
feed-host = この受け入れ先が受け入れる訪問
feed-partnership = この姉妹都市間の訪問（参加用リンクは含みません）
feed-open = カレンダーで開く
feed-google = Google カレンダーに追加
feed-rotate = アドレスを変更する
feed-busy = 予定の内容を含まない、予定ありの時間のみ：
feed-slow = 更新の間隔はカレンダーによって異なります。多くは1時間以内、Google は1日以内です。
feed-name = 訪問：{ $name }
city-feed = カレンダーで購読する
done-rotated = アドレスを変更しました。以前のアドレスを購読しているカレンダーには、何も表示されなくなります。

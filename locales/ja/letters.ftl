### The words of the letters.

## Every letter
letter-greeting = { $name } 様
# Under every letter; $url is the installation's address.
letter-footer = Sisterline より送信：{ $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }：{ $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date } { $range }（{ $offset }）
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }、{ $shift }
letter-next-day = 翌日
letter-previous-day = 前日
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }、その後 { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = あなたの現地時刻：{ $city }
# The reader's own time, where it is another zone.
letter-your-time = あなたの現地時刻（{ $zone }）
# A city with its name in its own language.
letter-place = { $name }（{ $native }）

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = 訪問
letter-fact-host = 受け入れ先
letter-fact-guests = 訪問者
letter-fact-seats = 席数
# Somebody and where they are.
letter-of-city = { $name }、{ $city }
letter-note = 訪問者からのメッセージ
letter-reason = 理由
letter-join = 訪問に参加する
letter-no-link-guest = 会議のリンクはまだ設定されていません。参加方法は受け入れ先からご案内します。
letter-no-link-host = 会議のリンクはまだ設定されていません。訪問者に参加方法をお知らせください。
letter-manage = 予約の確認・キャンセル
letter-manage-secret = このリンクを知っている方は誰でも訪問をキャンセルできます。転送しないでください。
letter-view = 予約を確認する
letter-console = 訪問を管理する
letter-ask-contact = 訪問の変更やキャンセルについては、予約した{ $organization }の担当者にお問い合わせください。

## A visit is booked
letter-confirmed-subject = 訪問予約の確定：{ $title }（{ $date }）
letter-confirmed-heading = 訪問の予約が確定しました
letter-confirmed-contact = { $city }の{ $host }が皆さまをお待ちしています。訪問はオンラインで行われます。カレンダーの招待状を添付しました。
letter-confirmed-guest = { $organization }より、{ $city }の{ $host }へのオンライン訪問に招待されました。カレンダーの招待状を添付しました。
letter-booked-subject = 新しい訪問予約：{ $organization }（{ $date }）
letter-booked-heading = 新しい訪問の予約が入りました
letter-booked-text = { $city }の{ $organization }がオンライン訪問を予約しました。カレンダーの招待状を添付しました。

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = 時刻の変更：{ $title }（{ $date }）
letter-clock-moved-heading = 訪問の開始時刻が変わります
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = 時制の規則が変更されました。訪問開始時の{ $city }の時刻は以前と同じですが、ほかの地域では異なる場合があります。添付の更新により、カレンダーの予定が移動します。新しい時刻に参加できない場合は、お知らせください。
letter-fact-was = 変更前

## A visit is called off
letter-cancelled-subject = 訪問の中止：{ $title }（{ $date }）
letter-cancelled-heading = 訪問は中止になりました
letter-cancelled-text = この訪問は行われません。添付の更新により、カレンダーから削除されます。

## Signing in
letter-sign-in-subject = Sisterline のログイン用リンク
letter-sign-in-heading = Sisterline にログイン
# $count is a number of minutes.
letter-sign-in-text = 下のリンクからログインできます。リンクは1回限り、{ $count }分間有効です。
letter-sign-in-link = ログイン
letter-sign-in-ignore = お心当たりがない場合は、このメールを無視してください。リンクがなければ誰もログインできません。

letter-test-subject = メールの到達確認
letter-test-text = { $url } からの確認メールです。届いていますので、このサービスからのメールを受信できます。

    迷惑メールに振り分けられている場合は、送信元ドメインの DNS レコード（SPF、DKIM、DMARC）をご確認ください。

## A series
letter-series-subject = 連続訪問の確定：{ $title }（全{ $count }回）
letter-series-heading = 連続訪問が確定しました
letter-series-text = { $organization }と{ $host }は、オンラインで{ $count }回交流します。
letter-series-times = 各回の日時：
letter-series-invites = 初回の招待状はすぐに、その後の招待状は各回の2週間前にお届けします。
letter-series-manage = 連続訪問の確認・各回のキャンセル
letter-series-view = 連続訪問を確認する
letter-series-cancelled-subject = 訪問の中止：{ $title }（連続訪問のうち{ $count }回）
letter-series-cancelled-heading = 連続訪問の一部が中止になりました
letter-series-cancelled-text = { $organization }と{ $host }の訪問のうち、{ $count }回は行われません。

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = 回答期限は { $when } です。期限までに回答がない場合、申し込みは失効し、お席は解放されます。
letter-moved-subject = 訪問日時の変更：{ $title }（{ $date }）
letter-moved-heading = 訪問の日時が変更されました
letter-moved-text = この訪問の日時が変更されました。添付の更新により、カレンダーの予定も変更されます。
letter-requested-subject = お申し込み受付：{ $title }（{ $date }）
letter-requested-heading = お申し込みを受け付けました
letter-requested-text = { $city }の{ $host }が{ $organization }からのお申し込みを受け取りました。回答があるまでお席を確保し、結果はメールでお知らせします。
letter-approve-subject = ご回答のお願い：{ $organization }（{ $date }）
letter-approve-heading = 回答待ちの訪問があります
letter-approve-text = { $city }の{ $organization }がオンライン訪問を希望しています。承認または辞退をお願いします。
letter-approve-console = 管理画面で回答する
letter-declined-subject = 訪問をお受けできません：{ $title }（{ $date }）
letter-declined-heading = 訪問のお申し込みは承認されませんでした
letter-declined-text = この訪問のお申し込みは承認されませんでした。お席は解放されました。よろしければ別の日時をお選びください。
letter-lapsed-subject = 期限までに回答がありませんでした：{ $title }（{ $date }）
letter-lapsed-heading = 期限までに回答がありませんでした
letter-lapsed-text = この訪問のお申し込みは、期限までに回答がなく失効しました。お席は解放されました。よろしければ別の日時をお選びください。
letter-left-subject = 参加者名簿から外れました：{ $title }（{ $date }）
letter-left-heading = この訪問の参加者名簿から外れました
letter-left-text = この訪問の参加者名簿から外されました。訪問は予定どおり行われます。添付の更新により、カレンダーから削除されます。
letter-cancelled-text-only = この訪問は行われません。
letter-waiting-joined-subject = キャンセル待ちの受付：{ $title }
letter-waiting-joined-heading = キャンセル待ちに登録されました
letter-waiting-joined-text = 空きが出ると、登録順にお席を確保してメールでお知らせします。
letter-waiting-joined-link = 順番を確認する
letter-waiting-offered-subject = お席を確保しました：{ $title }（{ $until }まで）
letter-waiting-offered-heading = 空きが出ました
letter-waiting-offered-text = { $until }までお席を確保しています。それまでにご予約ください。期限を過ぎると次の方に移ります。
letter-waiting-offered-link = このお席を予約する
letter-waiting-leave = 同じリンクから、いつでもキャンセル待ちを取り消せます。

## A city has to confirm a visit again
letter-confirm-again-subject = 再確認のお願い：{ $title }（{ $date }）
letter-confirm-again-heading = 訪問が不便な時間帯に移りました
letter-confirm-again-text = 時刻の規則が変わったため、この訪問は貴市では午前7時より前または午後10時より後になりました。訪問は予定どおり行われます。参加できることを確認していただくか、受け入れ側と別の時間をご相談ください。
letter-confirm-again-link = 訪問を見て確認する

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = リマインダー：{ $title }（{ $date }）
letter-reminder-heading = 訪問の日が近づいています
letter-reminder-guest = { $city }の{ $host }が皆さまをお待ちしています。訪問はオンラインで行われます。
letter-reminder-host = { $city }の{ $organization }がオンラインで訪問します。
letter-soon-subject = まもなく開始：{ $title }（{ $date }）
letter-soon-heading = 訪問がまもなく始まります
letter-unsubscribe-reminders = リマインダーを停止する
unsubscribe-reminders-title = 訪問のリマインダー
unsubscribe-reminders-ask = { $email } への訪問のリマインダーを停止しますか？招待とキャンセルの通知は引き続き届きます。
unsubscribe-reminders-leave = リマインダーを停止する
unsubscribe-reminders-left = { $email } に訪問のリマインダーは届かなくなりました。招待とキャンセルの通知は引き続き届きます。
unsubscribe-reminders-join = リマインダーを再開する
unsubscribe-reminders-joined = { $email } に訪問のリマインダーが届きます。
letter-kind-visit-reminder = リマインダー
letter-kind-visit-soon = 直前のリマインダー

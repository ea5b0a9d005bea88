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
letter-your-time-in = あなたの現地時刻（{ $city }）
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
letter-of-city = { $name }（{ $city }）
letter-note = 訪問者からのメッセージ
letter-reason = 中止の理由
letter-join = 訪問に参加する
letter-no-link-guest = 会議のリンクはまだ設定されていません。参加方法は受け入れ先からご案内します。
letter-no-link-host = 会議のリンクはまだ設定されていません。訪問者に参加方法をお知らせください。
letter-manage = 予約の確認・キャンセル
letter-manage-secret = このリンクを知っている方は誰でも訪問をキャンセルできます。転送しないでください。
letter-view = 予約を確認する
letter-console = 訪問を管理する
letter-ask-contact = 訪問の変更やキャンセルについては、予約した{ $organization }の担当者にお問い合わせください。
letter-answers-link = カレンダーの招待状への返信は、現在確認しておりません。上のリンクをご利用ください。
letter-answers-contact = カレンダーの招待状への返信は、現在確認しておりません。参加できない場合は、予約した担当者にお知らせください。

## A visit is booked
letter-confirmed-subject = 訪問予約の確定：{ $title }（{ $date }）
letter-confirmed-heading = 訪問の予約が確定しました
letter-confirmed-contact = { $host }（{ $city }）が皆さまをお待ちしています。訪問はオンラインで行われます。カレンダーの招待状を添付しました。
letter-confirmed-guest = { $organization }より、{ $host }（{ $city }）へのオンライン訪問に招待されました。カレンダーの招待状を添付しました。
letter-booked-subject = 新しい訪問予約：{ $organization }（{ $date }）
letter-booked-heading = 新しい訪問の予約が入りました
letter-booked-text = { $organization }（{ $city }）がオンライン訪問を予約しました。カレンダーの招待状を添付しました。

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

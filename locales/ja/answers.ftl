### 参加者の出欠：回答と、それに関するメール。

## Saying whether one comes
answer-title = 参加されますか
answer-lead = { $name } 様、参加されるかどうかをお知らせください。訪問が始まるまで、回答は変更できます。
answer-needs-action = 未回答
answer-accepted = 参加
answer-tentative = 未定
answer-declined = 不参加
answer-mine-accepted = はい、参加します
answer-mine-tentative = まだわかりません
answer-mine-declined = いいえ、参加できません
answer-save = 回答を送る
answer-closed = 回答の受付は終了しました。訪問がすでに始まったか、行われないことになりました。
answer-keep-link = このページのアドレスを知っている方は誰でも、あなたに代わって回答できます。他の方に教えないでください。
answer-link = 出欠を知らせる
# Numbers of people.
answer-summary = 参加：{ $accepted } · 未定：{ $tentative } · 不参加：{ $declined } · 未回答：{ $open }
answer-failing = このアドレスへのメールが戻ってきています
field-answer = あなたの回答
done-answered = 回答を保存しました。受け入れ側にはすぐに表示されます。

## In the letters
letter-answer-link = 出欠を知らせる
letter-answer-by-link = このリンクからご回答ください。カレンダーの招待状への返信は確認しておりません。
letter-answer-by-mail = このリンクからでも、カレンダーからでもご回答いただけます。訪問が始まるまで、回答は変更できます。
# To the host: somebody has answered.
letter-accepted-subject = { $name } 様が参加：{ $title }（{ $date }）
letter-accepted-heading = { $name } 様が参加されます
letter-tentative-subject = { $name } 様は未定：{ $title }（{ $date }）
letter-tentative-heading = { $name } 様の参加は未定です
letter-not-coming-subject = { $name } 様は不参加：{ $title }（{ $date }）
letter-not-coming-heading = { $name } 様は参加されません
letter-answer-note = { $name } 様からのひとこと
letter-answer-booking = 予約を見る
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } 様が別の日時を提案：{ $title }（{ $date }）
letter-counter-heading = { $name } 様が別の日時を提案されています
letter-counter-text = カレンダーから提案された日時：
letter-counter-instead = 変更は行われていません。訪問の日時は次のとおりです：
letter-counter-unread = カレンダーから提案が届きましたが、日時を読み取れませんでした。ご本人にお尋ねください。変更は行われていません。訪問の日時は次のとおりです：
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = { $name } 様へのメールが戻ってきました：{ $title }（{ $date }）
letter-failing-heading = { $name } 様へのメールが戻ってきました
letter-failing-text = { $email } へのメールが戻ってきました（状態コード { $status }）。別の方法でご連絡いただくか、アドレスの訂正をお願いしてください。
letter-failing-means = アドレスが再び使えるようになる場合に備え、この訪問に関するメールは引き続きそこへ送られます。

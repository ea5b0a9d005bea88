### Polls: a coordinator proposes times, the people of each city answer.

poll-list = 日程調整
poll-new = 都合のよい日時を尋ねる
poll-new-lead = 日時を 20 件まで提案できます。各都市の方は、アカウントなしでリンクから都合を回答します。
poll-none = まだ日程調整はありません。
poll-no-desk = 提携のすべての都市が同意すると、尋ねることができます。
poll-state-open = 受付中
poll-state-closed = 日時決定
poll-state-cancelled = 取りやめ
poll-state-lapsed = 期限切れ
poll-answers = 回答 { $count } 件
poll-deadline = 回答期限：{ $when }

## Opening one
poll-field-what = 訪問の内容
poll-field-guests = 訪問する側の都市
poll-field-guests-partner = 提携先の都市
poll-field-title = 件名
poll-field-title-hint = 空欄の場合は訪問の名称になります。
poll-field-note = そのほかの説明
poll-field-deadline = 回答期限
poll-field-deadline-hint = 受け入れ都市の時刻です。空欄の場合は、最後の日時が始まるまで受け付けます。
poll-field-zone = どの都市の時刻か
poll-field-time = 日時 { $number }
poll-found = 見つかった日時
poll-typed = ほかの日時
poll-typed-hint = 必要な数だけ入力してください。
poll-create = 各都市に尋ねる
poll-ask-people = 選んだ日時について尋ねる
poll-propose = この日時を提案する

## The tally
poll-tally = 現在の状況
poll-how = 人数ではなく都市を数えます。日時のよしあしは、もっとも都合の悪い都市で決まります。「できれば避けたい」は半分と数えます。ある都市の全員が参加できない日時は外れます。同点の場合は、各都市の負担で決まります。
poll-best = 現在もっとも好都合
poll-chosen = 決定
poll-past = 過ぎました
poll-blocked = 誰も参加できない都市：{ $cities }
poll-counts = 可 { $yes } · できれば避けたい { $maybe } · 不可 { $no }
poll-unheard = まだ回答がありません
poll-answer-yes = 可
poll-answer-if-need-be = できれば避けたい
poll-answer-no = 不可

## For coordinators
poll-links = 都市ごとのリンク
poll-links-lead = 都市のリンクを持つ方は、その都市として回答できます。都市の中でのみお渡しください。
poll-link-of = { $city }のリンク
poll-who = 回答した方
poll-wants-invite = 招待を希望
poll-close-at = この日時に決める
poll-close-means = 訪問を予約します。参加でき、アドレスを残した方を最大 50 名まで招待します。
poll-close-request = 訪問を申し込み、受け入れ先が回答します。そのとき、参加でき、アドレスを残した方を最大 50 名まで招待します。
poll-cancel = 日程調整を取りやめる
poll-cancel-means = 以後は回答できず、何も予約されません。
poll-to-booking = 予約へ

## Answering
poll-asks = どの日時が都合よいですか
poll-for-city = { $city }として回答します。
poll-email = 招待を受け取るメールアドレス
poll-email-hint = 招待を希望する場合のみ。誰にも表示されず、終了の 90 日後に消去されます。
poll-send = 回答を送る
poll-change = 回答を変更する
poll-own-link = ほかの端末から回答を変更するための、ご本人専用のリンクです。転送しないでください：
poll-updated = 集計が更新されました。
poll-over-closed = 日時が決まりました：{ $when }
poll-over-cancelled = この日程調整は取りやめになりました。
poll-over-lapsed = この日程調整は期限が切れました。日時は決まりませんでした。

## What is said afterwards
done-poll-opened = 各都市に尋ねました。各都市のコーディネーターにリンク入りの手紙が届きます。
done-poll-voted = 回答を受け付けました。終了まではここで変更できます。
done-poll-cancelled = 日程調整を取りやめました。
fault-poll-closed = 日時はすでに決まっています。何も変更されていません。
fault-poll-cancelled = この日程調整は取りやめになりました。何も変更されていません。
fault-poll-lapsed = この日程調整は期限が切れました。何も変更されていません。
fault-poll-full = 回答数が上限に達しました。お住まいの都市のコーディネーターにお尋ねください。
poll-fault-candidates = 日時を 1 件から 20 件まで提案してください。
poll-fault-answers = すべての日時に回答してください。
poll-fault-time = 1 年以内の今後の日時を、重複なく入力してください。
poll-fault-no-single-time = その時は時計が変わるため、この時刻は存在しないか 2 回あります。別の時刻を選んでください。
poll-fault-taken = 受け入れ先はその時間に別の予定が入りました。日程調整は続いています。別の日時を選んでください。
poll-fault-rest = この提携は休止中か、すべての都市の同意を得ていません。

## The letter
letter-kind-poll-opened = 日程調整
letter-poll-opened-subject = { $city }の都合のよい日時：{ $title }
letter-poll-opened-heading = 都合のよい日時をお尋ねしています
letter-poll-opened-text = { $organization } と { $host } がオンラインでの交流を希望しています。提案された日時のうち、{ $city }の皆様の都合のよいものをお知らせください。
letter-poll-opened-times = 候補の日時：
letter-poll-opened-deadline = 回答期限：{ $when }
letter-poll-opened-link = { $city }として回答する
letter-poll-opened-pass-on = このリンクを、貴市で回答いただく方にお渡しください。アカウントは不要です。ほかの都市には送らないでください。
letter-poll-opened-console = すべての回答を見て日時を決める

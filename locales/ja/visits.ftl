### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = 回答待ち
booking-declined = 不承認
booking-lapsed = 失効
booking-next-requested = 回答があるまでお席を確保しています。予約された方にメールでお知らせします。
booking-next-declined = お申し込みは承認されませんでした。よろしければ別の日時をお選びください。
booking-next-lapsed = 期限までに回答がなく、お申し込みは失効しました。あらためてお申し込みいただけます。
# $when is a date and a time with its offset.
booking-respond-by = 回答期限：{ $when }
booking-approvals = これまでの回答
booking-approved-by-host = 受け入れ都市が承認しました。
booking-approved-by-guests = 訪問する都市が承認しました。
booking-group = 人数
booking-language = 希望する言語
booking-interpreter = 通訳を希望
booking-accessibility = 参加に必要な配慮
booking-too-late = この訪問はここでは変更できなくなりました。受け入れ先にお問い合わせください。

## Moving a booking
booking-move = 別の日時を選ぶ
booking-move-means = 新しいお席の確保と元のお席の解放を同時に行います。招待された全員にお知らせします。
booking-move-asks = 新しい日時には、あらためて承認が必要です。
booking-move-confirm = 日時を変更する
booking-move-none = 現在、十分な空席のある日時はほかにありません。
field-slot-id = 新しい日時

## Who comes
booking-people = 参加者を変更する
booking-people-means = 新しい方には招待状を送ります。外した方には、その方にのみお知らせします。空欄の行は無視されます。
booking-people-confirm = 名簿を保存

## Holds
hold-kept = ご入力の間、お席を確保しています。
hold-lost = お席の確保は終了しました。引き続き予約をお試しいただけます。
hold-others = ほかの方が最後のお席を予約中です。取りやめになると、すぐにここに表示されます。
slot-held = 予約手続き中

## Waiting lists
waiting-title = キャンセル待ち
waiting-join-lead = 空きが出ると、登録順にお席を確保します。
waiting-join = キャンセル待ちに登録する
waiting-length = { $count ->
    [0] キャンセル待ちはありません。
   *[other] キャンセル待ち：{ $count }組
  }
waiting-waiting = キャンセル待ち中
waiting-offered = お席を確保しています
waiting-booked = 予約済み
waiting-passed = 確保の期限が過ぎました
waiting-left = キャンセル待ちを取り消しました
waiting-ended = キャンセル待ちは終了しました
waiting-ahead = { $count ->
    [0] 次の順番です。
   *[other] 前に{ $count }組お待ちです。
  }
waiting-until = { $when }まで確保し、その後は次の方に移ります。
waiting-book = このお席を予約する
waiting-leave = キャンセル待ちを取り消す
waiting-leave-means = 順番は後ろの方に繰り上がります。
waiting-keep-link = このページのアドレスを知っている方は、誰でもこの順番を使えます。大切に保管してください。
waiting-seats = 希望席数

## What an offer asks
field-group-size = 参加人数
field-language = 希望する言語
field-interpreter = 通訳を希望する
field-accessibility = 参加に必要な配慮
field-consent = 同意します
book-questions = 受け入れ先からの質問
book-no-wish = 指定なし
book-yes = はい
book-no = いいえ
book-approval = 受け入れ先が個別に回答します。それまでお席を確保します。
book-approval-both = 両市が個別に回答します。それまでお席を確保します。
book-ask = 申し込む

## The console
console-requests = 回答待ちの申し込み
console-requests-none = 回答待ちの申し込みはありません。
console-approve = 承認する
console-decline = 辞退する
console-decline-means = 理由とともに訪問者にお知らせし、お席を解放します。
console-capacity = 定員
console-capacity-save = 定員を変更
console-close = 受付を終了する
console-reopen = 受付を再開する
console-waiting = キャンセル待ち：{ $count }組
console-held = 予約手続き中：{ $count }席
console-move = 別の日時に変更
field-capacity-of = 定員

## Done
done-moved = 訪問の日時を変更しました。招待された全員にメールでお知らせします。
done-people = 名簿を保存しました。
done-approved = 承認しました。
done-declined = 辞退しました。訪問者にメールでお知らせします。
done-resized = 定員を変更しました。閲覧中の方にもすぐに表示されます。
done-closed = この日時の受付を終了しました。
done-reopened = この日時の受付を再開しました。
done-left = キャンセル待ちを取り消しました。
done-joined = キャンセル待ちに登録しました。リンクを記したメールをお送りします。

## What is wrong
fault-too-late = この訪問はここでは変更できなくなりました。受け入れ先にお問い合わせください。
fault-booking-state = 状況が変わりました。現在の状態をご確認ください。
fault-seats-taken = それより多くのお席が予約済み、または予約手続き中です。
fault-slot-cancelled = この日時は実施されません。
fault-party-limit = 1団体が予約できる回数に達しています。予約は行われませんでした。
fault-city-limit = 1都市が予約できる回数に達しています。予約は行われませんでした。
fault-hold-expired = お席の確保は終了しました。予約は行われませんでした。
fault-too-many-holds = 一度に開いているフォームが多すぎます。先にほかのフォームを完了するか閉じてください。
fault-no-waiting-list = この訪問にはキャンセル待ちがありません。
fault-seats-left = 現在空きがあります。そのままご予約ください。
fault-already-waiting = このアドレスはすでにキャンセル待ちに登録されています。
fault-waiting-list-full = キャンセル待ちがいっぱいです。別の日時をお選びください。
fault-other-offer = 同じ訪問の日時をお選びください。
fault-other-slot = このお席は別の日時のために確保されたものです。
fault-consent-required = ご予約には同意が必要です。
fault-unknown-choice = 選択肢から1つお選びください。
fault-one-per-party = 人数にかかわらず、1団体につき1席です。
fault-not-seats = お一人につき1席お取りください。

## Kinds of letters
letter-kind-visit-rescheduled = 日時変更のお知らせ
letter-kind-visit-requested = 申し込み受付
letter-kind-visit-to-approve = 回答のお願い
letter-kind-visit-declined = 不承認のお知らせ
letter-kind-visit-lapsed = 失効のお知らせ
letter-kind-visit-left = 名簿からの削除
letter-kind-waiting-joined = キャンセル待ち
letter-kind-waiting-offered = お席の確保

## A clock's new rules took a visit out of a city's reachable hours
booking-again = 再確認が必要です
booking-again-city = 時刻の規則が変わったため、訪問は{ $city }では夜間になりました。訪問は予定どおり行われます。参加できるかどうかを{ $city }の担当者に確認しています。
booking-again-button = 再確認する
console-again = 再確認が必要な訪問

## The editor of how an offer is booked
policy-title = 予約の受け方
policy-lead = 承認する人、一団体の人数、来訪者への質問を決めます。これからの予約に適用されます。
policy-no-limit = 0 は制限なしです。
policy-questions = 来訪者への質問
policy-questions-hint = 質問のない行は無視されます。
policy-question = 質問 { $number }
policy-choices-hint = セミコロンで区切ってください。
policy-save = 保存
console-policy = 予約の受け方
done-policy-saved = 保存しました。これから適用されます。
field-approval = 承認
approval-instant = 不要（すぐに確定）
approval-host = 受け入れ先が承認
approval-both = 両都市の担当者が承認
field-approval-hours = 申請が失効するまでの時間数
field-change-hours = 来訪者が変更できる期限（開始前の時間数）
field-seat = 一席の単位
seat-person = 一人分
seat-party = 一団体分
field-group-max = 一団体の最大人数
field-party-limit = 一団体の最大予約数
field-city-limit = 一都市の最大予約数
field-asks = 来訪者が使えるもの
asks-waiting-list = 満席時のキャンセル待ち
asks-language = 希望する言語の選択
asks-interpreter = 通訳の希望
asks-accessibility = 参加に必要な配慮の記入
field-policy-consent = 来訪者に同意を求める内容
field-question-text = 質問
field-question-kind = 回答の形式
question-text = 自由記入
question-choice = 選択肢
question-yes-no = はい・いいえ
field-question-choices = 選択肢の内容
field-question-required = 回答必須

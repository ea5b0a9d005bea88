### Recurring visits: the planner and its plans.

## The planner
plan-title = 連続訪問を計画する
plan-lead = いつも同じ都市が深夜にならないよう、定期的に会う計画を立てます。どの計画にも各都市の負担が示されます。
plan-of-partnership = 選択しない場合は姉妹都市の両市となり、これまでの訪問も考慮されます。
plan-go = 計画を表示
plan-plans = 計画の比較
plan-look = すべての回を表示
plan-field-start = 最初の日（最初の都市の日付）
plan-field-every = 頻度
plan-field-count = 訪問の回数
plan-field-minutes = 長さ
plan-field-holidays = 祝日の場合
plan-field-block = 持ち回りで同じ時刻を続ける期間
plan-field-at = 比較する時刻（最初の都市）
plan-every-week = 毎週
plan-every-fortnight = 2週間ごと
plan-every-month = 毎月、同じ曜日
plan-every-quarter = 3か月ごと
plan-every-year = 毎年
plan-holidays-skip = その回を行わない
plan-holidays-move = 次の平日に移す
plan-holidays-keep = そのまま行う
plan-block-usual = 頻度に合わせる
plan-block-season = 1シーズン
plan-block-quarter = 四半期
plan-block-meeting = 1回ごと（毎月以下の頻度）
# $count visits are planned.
plan-visits = { $count }回の訪問を計画しています。
plan-no-dates = すべての日が除外されました。別の開始日を選ぶか、祝日にも行うようにしてください。
plan-nobody-awake = すべての都市が日中となる時刻はありません。夜間になる都市：{ $cities }
plan-left-out = 祝日のため除外：{ $dates }
plan-left-out-date = { $date }（{ $cities }）
plan-moved = 祝日のため変更：{ $dates }
plan-moved-date = { $from }から{ $to }へ
plan-carried = これまでの訪問も考慮します。これまでの負担：{ $cities }
plan-number = 回
plan-holiday = 祝日
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = 時計の変更：以後 { $offset }
plan-unsocial = 都合の悪い時間の訪問{ $count }回
plan-no-changes = 時刻は変わりません。
plan-changes = 時刻が{ $count }回変わります。
plan-clocks = { $city }：{ $times }
plan-kind-rotating = 持ち回り
plan-kind-seasonal = 夏時間と標準時で時刻を分ける
plan-kind-least-total = 合計が最小
plan-kind-asked = ご指定の時刻
plan-kind-fixed = { $city }で常に同じ時刻
plan-kind-one-sided = { $city }に最も都合がよい
plan-about-rotating = 公平：期間ごとに時刻を変えます。
plan-about-seasonal = 公平：夏時間の切り替え時にのみ時刻が変わります。
plan-about-fixed = 1つの時刻でできる限り公平にします。
plan-about-least-total = 誰の負担かを問わず、合計を最小にします。
plan-about-one-sided = 1つの都市が楽になり、ほかはその範囲で公平にします。
plan-about-asked = 比較用です。
plan-how-title = 負担の数え方
plan-how = 1時間の負担は、都市の執務時間から離れた時間数の2乗です。6時～7時と22時～23時は16、週末と祝日は9を加えます。23時～6時には行いません。公平な計画では、負担が最も大きい都市の負担をできるだけ小さくし、次に大きい都市についても同様にします。

## Agreeing
plan-agree-title = この計画に同意する
plan-agree = 同意してすべての訪問を予約する
plan-agree-what = すべての訪問を一度に予約し、できない場合は1件も予約しません。全員に一覧のメールをお送りし、各回の招待状は2週間前にお届けします。
plan-offer = 提供するプログラム
plan-guests = 訪問する都市
plan-organization = 訪問する学校・機関・団体・会社
plan-contact = 訪問側の連絡担当者名
plan-leave-out = 除外
plan-conflicts = { $count }回は、時刻が過ぎたか受け入れ先に別の訪問があるため行えません。何も予約されていません。もう一度送信すると、それらを除外します。
plan-who-may = この計画に同意するには、いずれかの都市で、この長さのプログラムを持つ受け入れ先を管理している必要があります。
plan-sign-in = この計画に同意するには、いずれかの都市の受け入れ先の管理者としてログインしてください。
plan-fault-too-few = 2つ以上の都市を選択してください。
plan-fault-cities-too-many = 選択できるのは20都市までです。
plan-fault-rule-too-many = 計画できる訪問は520回までです（都市が多い場合はさらに少なくなります）。
plan-fault-rule-range-too-long = 連続訪問は10年以内にしてください。
plan-fault-invalid-rule = 訪問の回数を入力してください。
plan-fault-rotates-too-often = 毎回時刻を変えられるのは、毎月以下の頻度の場合のみです。
plan-fault-invalid-date = 最初の日を入力してください。
plan-fault-duration-minutes-out-of-range = 訪問の長さは5～480分です。
fault-plan-changed = 計画の内容が変わりました。もう一度ご確認ください。何も予約されていません。
fault-no-such-plan = その計画はもうありません。もう一度計画をご確認ください。
fault-other-duration = プログラムの長さが異なります。その長さで計画してください。
fault-no-occurrence = 少なくとも1回は残してください。

## A series
series-line = { $organization }と{ $host }
series-agreed = 確定
series-ended = 中止
series-predecessor = 前の連続訪問
series-state = 状態
series-reason = 理由
series-cancel-title = 残りの訪問を中止する
series-cancel-this = この回を中止する
series-cancel-following = この回以降をすべて中止する
series-cancel-all = 今後の訪問をすべて中止する
series-cancel-what = 全員にメールでお知らせします。終了した訪問はそのまま残ります。
occurrence-standing = 実施予定
occurrence-over = 終了
occurrence-cancelled = 中止
occurrence-left-out = 除外
done-series-agreed = 連続訪問が確定しました。全員にメールをお送りします。
done-series-cancelled = 中止しました。関係者全員にメールでお知らせします。

## The ledger of a partnership
ledger-title = これまで遅い時間を負担した都市
ledger-none = まだ訪問は行われていません。
ledger-visits = { $count }回
ledger-plan = 負担をならす連続訪問を計画する

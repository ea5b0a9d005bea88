### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = 交流のあゆみ
life-last = 前回の訪問
life-next = 次回の訪問
life-none-yet = まだありません
life-none-ahead = 予定はありません
life-numbers = 年ごとの訪問と人数
life-numbers-none = 最初の訪問のあとに表示されます。
life-year = 年
life-visits = 訪問
life-people = 人数
life-tracks = 受け入れ先の種別
life-visit-count = 訪問{ $count }回
life-people-count = { $count }人
life-recent = 振り返る訪問
life-outcomes = 訪問で得られたこと
life-side-hosts = 受け入れ側
life-side-guests = 訪問側
life-history = これまでの経緯
history-proposed = 登録（{ $stage }）
history-agreed = { $city }が同意
history-stage = 段階の変更：{ $stage }
history-pilot = 試行期間は{ $date }まで
history-facts = 情報を編集
# Who wrote a line of the history.
history-by = { $name }が記入
pilot-until = { $date }まで試行
pilot-outcome-continued = 試行から正式な提携へ
pilot-outcome-ended = 試行の終了
pilot-outcome-extended = 試行の延長
life-edit = この提携を編集

## The coordinators' overview
overview-title = 担当の姉妹都市提携
overview-lead = 対応が必要なものから順に並んでいます。
overview-none = 担当の都市にはまだ提携がありません。
attention-pilot-over = 試行期間が過ぎました。結果を記入してください
attention-proposal = 同意待ち
attention-pilot-ends = 試行がまもなく終わります
attention-pilot-open = 試行の終了日が未設定です
attention-dormant = 長く途絶えています
attention-quiet = 最近は動きがありません
overview-fine = 順調です

## Editing a partnership
edit-title = 編集：{ $cities }
edit-pilot-title = 試行の結果
edit-pilot-means = この文は提携のページに公開されます。
edit-stage-title = 段階を変更
edit-facts-title = 基本情報
edit-save = 保存
edit-meanwhile = その間にほかの方が保存しました。現在の内容を確認して、もう一度変更してください。
field-outcome = 結果
field-pilot-ends = 試行の最終日
field-pilot-ends-hint = 試行を始めるとき、延長するときに必要です。
field-why = 理由
done-partnership-saved = 保存しました。経緯に記録されました。
fault-stage-not-reachable = 現在の段階からは変更できません。
fault-not-a-pilot = 試行中の提携だけの項目です。
fault-outcome-contradicts = 結果が段階や日付と合いません。
fault-partnership-proposed = ほかの都市がまだ同意していません。
fault-not-visited = 訪問はまだ始まっていないか、行われませんでした。

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = 動きのない提携のお知らせ
unsubscribe-quiet-partnerships-ask = { $cities } の提携で訪問がない間、すべての都市に都合のよい時間を月に一度 { $email } にお知らせします。このお知らせを止めますか？
unsubscribe-quiet-partnerships-leave = お知らせを止める
unsubscribe-quiet-partnerships-left = { $email } にこの提携のお知らせは届かなくなりました：{ $cities }。ほかのメールは引き続き届きます。
unsubscribe-quiet-partnerships-join = お知らせを再開する
unsubscribe-quiet-partnerships-joined = { $cities } の提携で訪問がない間、すべての都市に都合のよい時間を月に一度 { $email } にお知らせします。

## After the visit
report-title = 訪問のあとに
report-link = 得られたことと次の訪問
report-attendance = 参加者
report-attendance-means = 人数は提携ページの集計に使われます。空欄なら、印を付けた方を数えます。
report-not-marked = 参加者はまだ記録されていません。
field-headcount = 訪問者の総数
field-came = 参加した方
report-outcome = どんなことを学びましたか
report-outcome-hosts = 受け入れ側として記入します。
report-outcome-guests = 訪問側として記入します。ここで許可し、受け入れ側が公開した場合に限り公開され、お名前は表示されません。
field-text = 数行で
field-outcome-locale = 文章の言語
field-public = 公開
report-public-hosts = 提携のページで公開する
report-public-guests = 提携のページで公開してもよい
report-is-public = 提携のページで公開中
report-is-private = 関係者だけが読めます
report-publish = 公開する
report-unpublish = 公開をやめる
report-again = 次の訪問
report-again-means = 日時を選ぶと、同じ団体と参加者があらかじめ入力されます。
report-again-none = 現在、予約できる日時はありません。
report-again-others = ほかの訪問を探す
done-attendance = 参加者を保存しました。
done-outcome = 保存しました。ありがとうございます。

## Letters about a partnership
letter-kind-partnership-proposed = 提携の提案
letter-kind-partnership-agreed = 提携の合意
letter-kind-partnership-quiet = 動きのない提携
letter-kind-visit-follow-up = 訪問のあとに
letter-proposed-subject = 提携の提案：{ $cities }
letter-proposed-heading = あなたの都市に提携の提案があります
letter-proposed-text = 次の都市の提携が提案されました：{ $cities }（段階：{ $stage }）。
letter-proposed-by = 提案者：{ $name }
letter-proposed-means = すべての都市が同意するまで、知ることができるのはこれらの都市の方だけです。同意するか、断ることができます。
letter-proposed-link = 提案を見て回答する
letter-agreed-subject = 全都市が同意：{ $cities }
letter-agreed-heading = ご提案の提携が合意されました
letter-agreed-text = すべての都市が同意しました：{ $cities }。これから互いの訪問を見て予約できます。
letter-agreed-link = 提携を見る
letter-quiet-subject = また会いませんか：{ $cities }
letter-quiet-heading = 都市の間の動きが途絶えています
letter-quiet-text = この提携では訪問の予定がありません：{ $cities }。
letter-quiet-last = 前回の訪問は{ $date }でした。
letter-quiet-never = まだ訪問は行われていません。
letter-quiet-times = 次の{ $count }つの日時は、どの都市にも都合がよい平日です。
letter-quiet-make = この日時を提供する
letter-quiet-find = ほかの日時を探す
letter-quiet-link = 提携を見る
letter-unsubscribe-quiet-partnerships = この提携のお知らせを止める
# $title is the offer's, $with the other side.
letter-follow-up-subject = 訪問のあとに：{ $title }
letter-follow-up-heading = 訪問はいかがでしたか
letter-follow-up-text = { $with }との交流はいかがでしたか。学んだことを数行お寄せいただくと、都市どうしの交流の助けになります。
letter-follow-up-text-host = { $with }の訪問が終わりました。参加者を記録し、学んだことを数行お書きください。
letter-follow-up-link = 感想を書く
letter-follow-up-next = 同じ参加者での次の訪問を、すぐに予約できます。
letter-follow-up-again = 次の訪問の日時を選ぶ

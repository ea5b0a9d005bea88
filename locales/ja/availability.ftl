### A host's weekly hours, exceptions and limits.
closed-slot-notice = 日時が近すぎるため予約できません。受け入れ先はもっと早い連絡を希望しています。
closed-slot-too-early = 日時がまだ先のため予約できません。日が近づいてからもう一度ご覧ください。
closed-slot-day-limit = 受け入れ先のこの日の訪問は、上限に達しています。
closed-slot-week-limit = 受け入れ先のこの週の訪問は、上限に達しています。
fault-slot-notice = 日時が近すぎます。受け入れ先はもっと早い連絡を希望しています。予約は行われませんでした。
fault-slot-too-early = この日時はまだ予約できません。予約は行われませんでした。
fault-slot-day-limit = 受け入れ先はこの日の訪問をこれ以上受け付けていません。予約は行われませんでした。
fault-slot-week-limit = 受け入れ先はこの週の訪問をこれ以上受け付けていません。予約は行われませんでした。

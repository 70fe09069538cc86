using Npgsql;
using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>A claimed notification with its target and its entry in the audit log.</summary>
internal static class DueRow
{
    public static DueNotification Read(NpgsqlDataReader row, TargetVault vault)
    {
        var target = row.GetGuid(2);
        return new DueNotification(
            row.GetGuid(0),
            row.GetInt16(1),
            target,
            row.GetString(3),
            Term<NotificationFormat>.Of(row.GetString(4)),
            vault.Open(target, row.GetFieldValue<byte[]>(5), row.Nullable<byte[]>(6)),
            Content(row));
    }

    private static NotificationDocument Content(NpgsqlDataReader row)
    {
        string action = row.GetString(9);
        return new NotificationDocument(
            NotificationDocument.Version,
            row.GetGuid(8),
            action,
            row.GetFieldValue<DateTimeOffset>(10),
            row.GetString(11),
            row.GetString(7),
            action,
            row.GetString(12),
            new TargetChangeDocument(NotificationReading.Targets(row.Nullable<string>(13)), NotificationReading.Targets(row.Nullable<string>(14))),
            row.Nullable<string>(15),
            row.Nullable<string>(16),
            NotificationReading.Warnings(row.Nullable<string>(17)),
            NotificationReading.Drift(row.Nullable<string>(17)));
    }
}

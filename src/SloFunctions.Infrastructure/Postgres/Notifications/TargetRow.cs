using Npgsql;
using SloFunctions.Application.Notifications;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>A target as it is stored.</summary>
internal sealed record TargetRow(Guid Id, NotificationTargetDocument Document, byte[] Url, byte[]? Secret)
{
    public static TargetRow Read(NpgsqlDataReader row)
    {
        byte[]? secret = row.Nullable<byte[]>(6);
        return new TargetRow(
            row.GetGuid(0),
            new NotificationTargetDocument(
                row.GetString(1), row.GetString(4), row.GetString(2), row.GetFieldValue<string[]>(3), secret is not null, row.GetFieldValue<DateTimeOffset>(7)),
            row.GetFieldValue<byte[]>(5),
            secret);
    }
}

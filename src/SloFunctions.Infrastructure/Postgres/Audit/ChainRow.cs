using System.Globalization;
using Npgsql;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Infrastructure.Postgres.Audit;

/// <summary>A row of a chain: the columns that all logs share, then those of the log in the order of its digest, with the time before them though it is its last.</summary>
internal static class ChainRow
{
    private const int TimestampColumn = 8;
    private const int FirstField = 9;

    // Times arrive as microseconds since 2000, and digests are made with those since 1970.
    private const long EpochShift = 946_684_800_000_000;

    public static ChainLink Read(NpgsqlDataReader row)
    {
        var chain = row.GetGuid(0);
        return new ChainLink(
            chain,
            row.Nullable<string>(1),
            row.IsDBNull(3) ? null : new ChainedEntry(row.Nullable<long>(2), row.GetGuid(3), Bytes(row, 4), Bytes(row, 5), Fields(row)),
            row.IsDBNull(6) ? null : new ChainHead(chain, row.GetInt64(6), Bytes(row, 7)));
    }

    // Somebody who may change the table may also allow what its columns refuse.
    private static byte[] Bytes(NpgsqlDataReader row, int column) => row.Nullable<byte[]>(column) ?? [];

    private static string?[] Fields(NpgsqlDataReader row)
    {
        string?[] fields = new string?[row.FieldCount - TimestampColumn];
        for (int column = FirstField; column < row.FieldCount; column++) fields[column - FirstField] = Text(row, column);
        fields[^1] = row.IsDBNull(TimestampColumn)
            ? null
            : unchecked(row.GetFieldValue<long>(TimestampColumn) + EpochShift).ToString(CultureInfo.InvariantCulture);
        return fields;
    }

    private static string? Text(NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        return row.GetFieldType(column) == typeof(Guid) ? row.GetGuid(column).ToString("D") : row.GetString(column);
    }
}

using System.Globalization;
using Npgsql;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>What a PostgreSQL on this machine has done since it was started.</summary>
/// <param name="ProcessorMs">Time of one core, of all its processes.</param>
/// <param name="Commits">Transactions.</param>
/// <param name="PagesRead">Pages that were not in its memory.</param>
/// <param name="WalBytes">Bytes written ahead.</param>
public sealed record DatabaseWork(double ProcessorMs, double Commits, double PagesRead, double WalBytes)
{
    private const double TicksASecond = 100;
    private const string Ask = """
        SELECT pg_backend_pid(), sum(xact_commit)::float8, sum(blks_read)::float8, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8
        FROM pg_stat_database
        """;

    /// <summary>Reads it over a connection of a superuser that asks for nothing else.</summary>
    public static async Task<DatabaseWork> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Ask, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new DatabaseWork(Processor(row.GetInt32(0)), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3));
    }

    /// <summary>What was done between two readings.</summary>
    public static DatabaseWork operator -(DatabaseWork later, DatabaseWork earlier) => new(
        later.ProcessorMs - earlier.ProcessorMs,
        later.Commits - earlier.Commits,
        later.PagesRead - earlier.PagesRead,
        later.WalBytes - earlier.WalBytes);

    // The server's first process counts its children that have ended; those that live count themselves.
    private static double Processor(int backend)
    {
        string first = Fields(backend)[1];
        double ticks = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0)
            .Select(Fields)
            .Where(fields => fields.Length > 14 && fields[1] == first)
            .Sum(fields => Number(fields[11]) + Number(fields[12]));
        string[] own = Fields(int.Parse(first, CultureInfo.InvariantCulture));
        return (ticks + own[11..15].Sum(Number)) * 1000 / TicksASecond;
    }

    // What follows the name in parentheses: state, parent, …, user and system time, those of children that have ended.
    private static string[] Fields(int process)
    {
        try
        {
            string text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

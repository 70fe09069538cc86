using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

/// <summary>Makes every attempt to store services whose ids begin in some way fail in the database, which is there all the same.</summary>
internal sealed class Poison : IAsyncDisposable
{
    private readonly AppDatabase database;

    private Poison(AppDatabase database) => this.database = database;

    public static async Task<Poison> OfAsync(AppDatabase database, string prefix)
    {
        await ExecuteAsync(database, $"""
            CREATE FUNCTION public.poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$;
            GRANT EXECUTE ON FUNCTION public.poison() TO PUBLIC;
            CREATE TRIGGER poison BEFORE INSERT ON slo.services FOR EACH ROW WHEN (NEW.service_id LIKE '{prefix}%') EXECUTE FUNCTION public.poison()
            """);
        return new Poison(database);
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync(database, "DROP TRIGGER poison ON slo.services; DROP FUNCTION public.poison()");

    private static async Task ExecuteAsync(AppDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

using SloFunctions.Infrastructure.Postgres;

namespace SloFunctions.Infrastructure.Tests.Postgres;

public sealed class SqlFilesTests
{
    [Fact]
    public void A_file_is_found_by_its_path_and_read_once() =>
        SqlFiles.Load("Roles/bootstrap.sql").ShouldBeSameAs(SqlFiles.Load("Roles/bootstrap.sql"));

    [Fact]
    public void A_missing_file_is_named_in_the_message() =>
        Should.Throw<FileNotFoundException>(() => SqlFiles.Load("Nowhere/none.sql")).Message.ShouldContain("Nowhere/none.sql");

    [Fact]
    public void Every_migration_has_both_directions()
    {
        var scripts = SqlFiles.Names.Where(name => name.StartsWith("Migrations/0", StringComparison.Ordinal)).ToList();

        scripts.ShouldNotBeEmpty();
        scripts.Where(name => name.EndsWith(".up.sql", StringComparison.Ordinal)).Select(name => name.Replace(".up.", ".down.", StringComparison.Ordinal))
            .ShouldBe(scripts.Where(name => name.EndsWith(".down.sql", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_ends_the_transaction_it_runs_in() =>
        SqlFiles.Names.Where(name => SqlFiles.Load(name).Split('\n').Any(
            line => line.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) || line.StartsWith("ROLLBACK", StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

public sealed class LeasedRateLimiterOutageTests(TableServer server) : IClassFixture<TableServer>
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string table = server.NextTable();

    [Fact]
    public async Task Without_the_server_an_instance_counts_by_itself_and_with_it_again_together_with_others()
    {
        using var app = new LimiterSetup(clock, server.ConnectionString, table);
        for (int i = 0; i < 4; i++) await app.TakeAsync(10);

        await server.Server.StopAsync();
        try
        {
            // What was counted before still counts.
            (await app.CountAllowedAsync(10, 20, 4)).ShouldBe(6);
            app.Fallbacks.ShouldBeGreaterThan(0);
            int tried = app.Wire.Requests;
            await app.CountAllowedAsync(10, 1000, 4);
            app.Wire.Requests.ShouldBe(tried);
            app.Log.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Level.ShouldBe(LogLevel.Warning), l => l.Id.ShouldBe(4101));
        }
        finally
        {
            await server.Server.RestartAsync();
        }

        await ReturnAsync(app);
        app.Log.Lines.Select(l => (l.Level, l.Id)).ShouldBe([(LogLevel.Warning, 4101), (LogLevel.Information, 4102)]);
        long counted = app.Fallbacks;
        clock.Advance(TimeSpan.FromMinutes(1));
        using var other = new LimiterSetup(clock, server.ConnectionString, table);
        (await app.CountAllowedAsync(10, 7, 1) + await other.CountAllowedAsync(10, 7, 1)).ShouldBe(10);
        app.Fallbacks.ShouldBe(counted);
    }

    [Fact]
    public async Task A_server_that_hangs_costs_the_time_limit_once()
    {
        using var app = new LimiterSetup(clock, server.ConnectionString, table);
        app.Wire.Instead = async cancellation =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new HttpResponseMessage();
        };

        var first = app.TakeAsync(10);
        await clock.WhenTimerIsSetAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        first.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await first).IsAllowed.ShouldBeTrue();

        for (int i = 0; i < 5; i++)
        {
            var request = app.Limiter.TakeAsync("key:1", "GetSlos", 10, CancellationToken.None);
            request.IsCompletedSuccessfully.ShouldBeTrue();
            (await request).IsAllowed.ShouldBeTrue();
        }

        app.Fallbacks.ShouldBe(6);
        app.Wire.Instead = null;
        await ReturnAsync(app);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "")]
    [InlineData(HttpStatusCode.InternalServerError, "<html>")]
    [InlineData(HttpStatusCode.OK, "no row")]
    [InlineData(HttpStatusCode.OK, "[1]")]
    public async Task An_answer_that_makes_no_sense_fails_no_request(HttpStatusCode status, string body)
    {
        using var app = new LimiterSetup(clock, server.ConnectionString, table);
        app.Wire.Instead = _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });

        (await app.CountAllowedAsync(10, 30, 4)).ShouldBe(10);

        app.Fallbacks.ShouldBe(30);
        app.Log.Lines.ShouldHaveSingleItem().Id.ShouldBe(4101);
    }

    [Fact]
    public async Task A_row_that_is_not_ours_is_written_over()
    {
        using var app = new LimiterSetup(clock, server.ConnectionString, table);
        await app.TakeAsync(1000);
        var rows = app.Wire.Table(server.ConnectionString, table);
        var row = await RowAsync(rows);
        row["Level"] = "much";
        row["AsOf"] = long.MaxValue;
        await rows.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);

        using var other = new LimiterSetup(clock, server.ConnectionString, table);
        (await other.CountAllowedAsync(1000, 1200, 1)).ShouldBe(1000);
        other.Fallbacks.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_was_deleted_is_made_again()
    {
        using var app = new LimiterSetup(clock, server.ConnectionString, table);
        await app.TakeAsync(10);
        var rows = app.Wire.Table(server.ConnectionString, table);
        var row = await RowAsync(rows);
        await rows.DeleteEntityAsync(row.PartitionKey, row.RowKey);

        (await app.CountAllowedAsync(10, 20, 1)).ShouldBe(10);
        app.Fallbacks.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_storage_account_each_instance_counts_by_itself_and_reports_no_fallback()
    {
        using var app = new LimiterSetup(clock, null, table);

        (await app.CountAllowedAsync(50, 100, 4)).ShouldBe(50);
        clock.Advance(TimeSpan.FromSeconds(12));
        (await app.CountAllowedAsync(50, 100, 4)).ShouldBe(10);

        (app.Fallbacks, app.Log.Lines.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Any_number_of_clients_take_a_bounded_share_of_memory_and_those_that_came_last_are_remembered()
    {
        using var app = new LimiterSetup(clock, null, table, new RateLimitOptions { MaxBuckets = 1000 });
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 300_000; i++)
        {
            if (i % 100 == 0) clock.Advance(TimeSpan.FromTicks(1));
            (await app.TakeAsync(1, client: $"user:{i}")).IsAllowed.ShouldBeTrue();
        }

        // All of them would take more than a hundred.
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(20L << 20);
        (await app.TakeAsync(1, client: "user:299999")).IsAllowed.ShouldBeFalse();
    }

    // The instance looks for the server again as requests come; they are answered meanwhile.
    private async Task ReturnAsync(LimiterSetup app)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!app.Log.Lines.Any(l => l.Id == 4102))
        {
            limit.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await app.TakeAsync(10);
            await Task.Yield();
        }
    }

    private static async Task<TableEntity> RowAsync(TableClient rows) =>
        (await rows.GetEntityAsync<TableEntity>(Key("key:1"), Key("GetSlos"))).Value;

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}

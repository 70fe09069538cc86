using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using SloFunctions.Testing.Servers;

namespace StandIns.Tests.Tables;

public sealed class TableClientTests : IAsyncLifetime
{
    private AzuriteServer server = null!;
    private TableClient table = null!;

    public async Task InitializeAsync()
    {
        server = await AzuriteServer.StartAsync();
        table = new TableServiceClient(server.ConnectionString).GetTableClient("things");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_table_is_created_once_and_again_without_harm()
    {
        (await table.CreateIfNotExistsAsync()).Value.Name.ShouldBe("things");
        (await table.CreateIfNotExistsAsync()).Value.ShouldBeNull();
    }

    [Fact]
    public async Task Values_come_back_with_their_types_and_keys_may_hold_any_sign_that_keys_may_hold()
    {
        await table.CreateIfNotExistsAsync();
        var time = new DateTimeOffset(2026, 11, 1, 2, 3, 4, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        var sent = new TableEntity("it's a % key", "ü (1,2)")
        {
            ["Text"] = "2026-11-01",
            ["Whole"] = 7,
            ["Long"] = long.MaxValue,
            ["Share"] = 0.1,
            ["One"] = 1.0,
            ["Yes"] = true,
            ["Id"] = Guid.Parse("6f1c3f9e-4f0b-4c1d-8c5a-1f2e3d4c5b6a"),
            ["Bytes"] = new byte[] { 1, 2, 255 },
            ["Time"] = time,
        };
        await table.AddEntityAsync(sent);

        var read = (await table.GetEntityAsync<TableEntity>("it's a % key", "ü (1,2)")).Value;

        foreach (string name in sent.Keys)
        {
            read[name].ShouldBeOfType(sent[name].GetType());
            read[name].ShouldBe(sent[name]);
        }

        read.GetInt32("Whole").ShouldBe(7);
        Should.Throw<InvalidOperationException>(() => read.GetInt32("Long"));
        read.GetString("None").ShouldBeNull();
        read.Timestamp.ShouldNotBeNull();
        read.ETag.ShouldNotBe(default);
        (await table.GetEntityAsync<TableEntity>("it's a % key", "ü (1,2)", ["Long"])).Value.ContainsKey("Whole").ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_is_changed_only_in_the_version_that_was_read()
    {
        await table.CreateIfNotExistsAsync();
        var row = new TableEntity("p", "r") { ["A"] = 1L, ["B"] = 1L };
        var first = (await table.AddEntityAsync(row)).Headers.ETag.ShouldNotBeNull();
        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2L }, first)).Headers.ETag.ShouldNotBeNull();

        var late = await Should.ThrowAsync<RequestFailedException>(() => table.UpdateEntityAsync(row, first, TableUpdateMode.Replace));
        (late.Status, late.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied).ShouldBe((412, true));
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        (merged.GetInt64("A"), merged.GetInt64("B"), merged.ETag).ShouldBe((2, 1, second));

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3L }, ETag.All, TableUpdateMode.Replace);
        (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("B").ShouldBeFalse();
        await Should.ThrowAsync<ArgumentException>(() => table.UpdateEntityAsync(row, default));
    }

    [Fact]
    public async Task Refusals_tell_their_reason()
    {
        var noTable = await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        (noTable.Status, noTable.ErrorCode == TableErrorCode.TableNotFound).ShouldBe((404, true));

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var twice = await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        (twice.Status, twice.ErrorCode == TableErrorCode.EntityAlreadyExists).ShouldBe((409, true));

        var missing = await Should.ThrowAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "other"));
        (missing.Status, missing.ErrorCode == TableErrorCode.ResourceNotFound).ShouldBe((404, true));
        (await table.GetEntityIfExistsAsync<TableEntity>("p", "other")).HasValue.ShouldBeFalse();

        (await table.DeleteEntityAsync("p", "r")).Status.ShouldBe(204);
        (await table.DeleteEntityAsync("p", "r")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_never_shown()
    {
        string wrong = Convert.ToBase64String(new byte[64]);
        string key = server.ConnectionString.Split(';').Single(p => p.StartsWith("AccountKey=", StringComparison.Ordinal));
        var stranger = new TableServiceClient(server.ConnectionString.Replace(key, "AccountKey=" + wrong, StringComparison.Ordinal)).GetTableClient("things");

        var refusal = await Should.ThrowAsync<RequestFailedException>(() => stranger.CreateIfNotExistsAsync());

        refusal.Status.ShouldBe(403);
        refusal.ToString().ShouldNotContain(wrong);
    }
}

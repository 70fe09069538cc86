using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class EntityTagTests
{
    [Fact]
    public async Task The_same_bytes_have_the_same_tag_wherever_they_come_from()
    {
        var shop = await Shop.OpenAsync();
        var computed = (await shop.Serving.AskAsync()).Value!;

        var kept = (await shop.Serving.AskAsync()).Value!;
        var read = (await shop.Open().AskAsync()).Value!;

        computed.ETag.ShouldMatch("^\"[0-9a-f]{32}\"$");
        (kept.ETag, read.ETag).ShouldBe((computed.ETag, computed.ETag));
    }

    [Fact]
    public async Task Every_other_answer_has_another_tag()
    {
        var shop = await Shop.OpenAsync();
        List<PublishedAnswer> answers =
        [
            (await shop.Serving.AskAsync()).Value!,
            (await shop.Serving.AskAsync(sliType: "latency")).Value!,
            (await shop.Serving.AskAsync(desired: "99.9")).Value!,
            (await shop.Serving.AskAsync(days: "7")).Value!,
            (await shop.Serving.AskAsync(force: "true")).Value!,
        ];

        shop.Health.IsReachable = false;
        answers.Add((await shop.Serving.AskAsync()).Value!);
        answers.Add((await shop.Serving.AskAsync(sliType: "latency")).Value!);

        answers.Select(a => a.ETag).ShouldBeUnique();
    }
}

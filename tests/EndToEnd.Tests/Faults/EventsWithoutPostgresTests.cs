using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class EventsWithoutPostgresTests(FaultyApp app)
{
    [OwnHostFact]
    public async Task Events_that_the_database_could_not_take_are_asked_for_again_and_taken_then()
    {
        var valid = GraphEvent.Of("late", "late-a", "late-b");
        var faulty = GraphEvent.Of("late-faulty", "late-a", "late-a");
        await app.Running.Postgres.StopAsync();
        try
        {
            (await app.Api.DeliverAsync(valid, faulty)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await app.Running.Postgres.RestartAsync();
        }

        await app.WhenAsync("ready");
        (await app.Running.Database.DeadLettersAsync("late-faulty")).ShouldBe(0);

        (await app.Api.DeliverAsync(valid, faulty)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await app.Api.GetAsync(Api.Dependencies("late-a"))).ShouldBe(HttpStatusCode.OK).GetProperty("edges").GetArrayLength().ShouldBe(1);
        (await app.Running.Database.DeadLettersAsync("late-faulty")).ShouldBe(1);
    }
}

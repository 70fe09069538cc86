using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.LocalHost;

namespace LocalHost.Tests.Durable;

#pragma warning disable CA1822, MA0155, xUnit1000

public class DurableDeclarationTests
{
    [Theory]
    [InlineData(typeof(WrongParameter), "an orchestrator has one parameter, a TaskOrchestrationContext")]
    [InlineData(typeof(TooManyParameters), "an orchestrator has one parameter, a TaskOrchestrationContext")]
    [InlineData(typeof(NotStatic), "an orchestrator must be static")]
    [InlineData(typeof(NotAsync), "an orchestrator must return a Task")]
    [InlineData(typeof(ContextForActivity), "must be the activity's input")]
    [InlineData(typeof(WrongClient), "the parameter client with [DurableClient] must be a DurableTaskClient")]
    public async Task A_function_that_cannot_work_stops_the_host_from_starting(Type functions, string message)
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(() => RunningHost.StartAsync(functions));

        refusal.Message.ShouldContain(message);
    }

    private static class WrongParameter
    {
        [Function("WrongParameter")]
        public static Task<string> Run([OrchestrationTrigger] string input) => Task.FromResult(input);
    }

    private static class TooManyParameters
    {
        [Function("TooManyParameters")]
        public static Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken cancellation) =>
            Task.FromResult(context.IsReplaying && cancellation.IsCancellationRequested);
    }

    private sealed class NotStatic
    {
        [Function("NotStatic")]
        public Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.InstanceId);
    }

    private static class NotAsync
    {
        [Function("NotAsync")]
        public static string Run([OrchestrationTrigger] TaskOrchestrationContext context) => context.InstanceId;
    }

    private sealed class ContextForActivity
    {
        [Function("ContextForActivity")]
        public string Run([ActivityTrigger] TaskOrchestrationContext context) => context.InstanceId;
    }

    private sealed class WrongClient
    {
        [Function("WrongClient")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [DurableClient] string client) => client + request.Path;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public static class DurableSamples
{
    public static Type[] All => [.. typeof(DurableSamples).GetNestedTypes()];

    public sealed record Chunk(int First, int Count);

    public static class FanOut
    {
        [Function("FanOut")]
        public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var squares = await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(n => context.CallActivityAsync<int>("Square", n)));
            return squares.Sum();
        }
    }

    public static class Parent
    {
        [Function("Parent")]
        public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var sums = await Task.WhenAll(
                Enumerable.Range(0, context.GetInput<int>()).Select(_ => context.CallSubOrchestratorAsync<int>("FanOut", 10)));
            return sums.Sum();
        }
    }

    public static class Catching
    {
        [Function("Catching")]
        public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                await context.CallActivityAsync(context.GetInput<string>()!, "input");
                return "nothing";
            }
            catch (TaskFailedException failure)
            {
                return $"{failure.TaskName}: {failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}";
            }
        }
    }

    public static class Retrying
    {
        [Function("Retrying")]
        public static Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<int>(
            "FailsTwice", context.InstanceId, TaskOptions.FromRetryPolicy(new RetryPolicy(context.GetInput<int>(), TimeSpan.FromMilliseconds(10), 2)));
    }

    public static class CallsNobody
    {
        [Function("CallsNobody")]
        public static Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallSubOrchestratorAsync<int>("Nobody");
    }

    public static class Waiting
    {
        [Function("Waiting")]
        public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var first = await context.WaitForExternalEvent<string>("First");
            var second = await context.WaitForExternalEvent<string>("second");
            return $"{first} {second}";
        }
    }

    public static class Sleeping
    {
        [Function("Sleeping")]
        public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using var waiting = new CancellationTokenSource();
            var timer = context.CreateTimer(context.CurrentUtcDateTime.AddHours(1), waiting.Token);
            var woken = context.WaitForExternalEvent<string>("Wake");
            if (await Task.WhenAny(timer, woken) == timer) return false;
#pragma warning disable CA1849, MA0042 // CancelAsync would go on elsewhere.
            waiting.Cancel();
#pragma warning restore CA1849, MA0042
            return true;
        }
    }

    public static class Counting
    {
        [Function("Counting")]
        public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var count = context.GetInput<int>();
            context.SetCustomStatus(new { count });
            if (count == 5) return await context.WaitForExternalEvent<int>("Stop");
            await context.CallActivityAsync<int>("Square", count);
            context.ContinueAsNew(count + 1);
            return 0;
        }
    }

    public static class Unsteady
    {
        private static int runs;

        [Function("Unsteady")]
        public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync<int>("Square", Interlocked.Increment(ref runs));
            return 1;
        }
    }

    public static class Straying
    {
        [Function("Straying")]
        public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await new TaskCompletionSource().Task;
            return context.GetInput<int>();
        }
    }

    public static class Gated
    {
        [Function("Gated")]
        public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var before = context.NewGuid();
            var answer = await context.CallActivityAsync<string>("AtTheGate");
            return before == Guid.Empty ? "" : answer;
        }
    }

    public static class ParentOfGated
    {
        [Function("ParentOfGated")]
        public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Gated", null, new SubOrchestrationOptions(new TaskOptions((TaskRetryOptions?)null), $"{context.InstanceId}-child"));
    }

    public static class Verbose
    {
        [Function("Verbose")]
        public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(new string('a', context.GetInput<int>()));
    }

    public sealed class Activities(Probe probe)
    {
        private static readonly Dictionary<string, int> Attempts = [];

        [Function("Square")]
        public int Square([ActivityTrigger] int number) => number * number;

        [Function("Throws")]
        public Task Throws([ActivityTrigger] string input) => throw new InvalidDataException($"bad {input}");

        [Function("Long")]
        public string Long([ActivityTrigger] string input) => input + new string('x', 32 * 1024);

        [Function("WantsChunk")]
        public int WantsChunk([ActivityTrigger] Chunk chunk) => chunk.Count;

        [Function("FailsTwice")]
        public int FailsTwice([ActivityTrigger] string key)
        {
            lock (Attempts)
            {
                var attempt = Attempts[key] = Attempts.GetValueOrDefault(key) + 1;
                return attempt > 2 ? attempt : throw new InvalidOperationException($"attempt {attempt}");
            }
        }

        [Function("AtTheGate")]
        public async Task<string> AtTheGate([ActivityTrigger] string? input, CancellationToken cancellation)
        {
            probe.Say("at the gate");
            await probe.Gate.Task.WaitAsync(cancellation);
            return $"through{input}";
        }
    }

    public sealed class Starter
    {
        [Function("Start")]
        public Task RunAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "start/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync("FanOut", 4, new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
    }
}

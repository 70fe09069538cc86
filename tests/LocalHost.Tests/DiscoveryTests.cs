using LocalHost.Tests.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using SloFunctions.LocalHost;

namespace LocalHost.Tests;

#pragma warning disable CA1822, MA0155, xUnit1000

public class DiscoveryTests
{
    [Theory]
    [InlineData(typeof(SameName), "The function name Fine is used by")]
    [InlineData(typeof(SameRoute), "GET /Fine is answered by both")]
    [InlineData(typeof(BadName), "\"1st\" is not a function name")]
    [InlineData(typeof(NotPublic), "must be a public method")]
    [InlineData(typeof(AsyncVoid), "must return a Task")]
    [InlineData(typeof(NoTrigger), "exactly one parameter with a trigger, and this has 0")]
    [InlineData(typeof(UnknownTrigger), "the local host does not know QueueTrigger")]
    [InlineData(typeof(UnknownParameter), "nothing provides the parameter Int32 page")]
    [InlineData(typeof(WrongTriggerType), "must be an HttpRequest")]
    [InlineData(typeof(WrongTimerType), "must be a TimerInfo")]
    [InlineData(typeof(WrongEventType), "must be a BinaryData[], with IsBatched = true")]
    [InlineData(typeof(EventsOneByOne), "must be a BinaryData[], with IsBatched = true")]
    [InlineData(typeof(UnknownConstraint), "the route \"x/{id:uuid}\" cannot be used")]
    [InlineData(typeof(BrokenRoute), "the route \"x/{id\" cannot be used")]
    public async Task A_function_that_cannot_work_stops_the_host_from_starting(Type functions, string message)
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(() => RunningHost.StartAsync(functions, typeof(FailingFunctions)));

        refusal.Message.ShouldContain(message);
    }

    private sealed class SameName
    {
        [Function("Fine")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "other")] HttpRequest request) => _ = request;
    }

    private sealed class SameRoute
    {
        [Function("AlsoFine")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Fine")] HttpRequest request) => _ = request;
    }

    private sealed class BadName
    {
        [Function("1st")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => _ = request;
    }

    private sealed class NotPublic
    {
        [Function("NotPublic")]
        internal void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => _ = request;
    }

    private sealed class AsyncVoid
    {
        [Function("AsyncVoid")]
        public async void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => await Task.Yield();
    }

    private sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(HttpRequest request) => _ = request;
    }

    private sealed class UnknownTrigger
    {
        [Function("UnknownTrigger")]
        public void Run([QueueTrigger] string message) => _ = message;
    }

    private sealed class UnknownParameter
    {
        [Function("UnknownParameter")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, int page) => _ = page;
    }

    private sealed class WrongTriggerType
    {
        [Function("WrongTriggerType")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] string body) => _ = body;
    }

    private sealed class WrongTimerType
    {
        [Function("WrongTimerType")]
        public void Run([TimerTrigger("0 * * * * *")] string timer) => _ = timer;
    }

    private sealed class WrongEventType
    {
        [Function("WrongEventType")]
        public void Run([EventGridTrigger(IsBatched = true)] string[] events) => _ = events;
    }

    private sealed class EventsOneByOne
    {
        [Function("EventsOneByOne")]
        public void Run([EventGridTrigger] BinaryData[] events) => _ = events;
    }

    private sealed class UnknownConstraint
    {
        [Function("UnknownConstraint")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{id:uuid}")] HttpRequest request) => _ = request;
    }

    private sealed class BrokenRoute
    {
        [Function("BrokenRoute")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{id")] HttpRequest request) => _ = request;
    }

    private sealed class QueueTriggerAttribute : TriggerBindingAttribute;
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Functions;
using SloFunctions.Functions.Middleware;

namespace Functions.Tests.Middleware;

public sealed class OrchestrationTests
{
    [Theory]
    [InlineData("orchestrationTrigger")]
    [InlineData("OrchestrationTrigger")]
    public void An_orchestrator_is_called_as_if_there_were_no_middleware(string trigger)
    {
        var own = new TaskCompletionSource().Task;

        var called = Around(_ => own)(new Invocation("Fleet", trigger, services: null));

        called.ShouldBeSameAs(own);
    }

    [Fact]
    public async Task An_activity_has_a_span_and_what_it_throws_goes_on_to_the_host()
    {
        using var app = Build();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen("RecommendOne", spans);
        var failure = new InvalidOperationException("It cannot be computed.");

        var thrown = await Should.ThrowAsync<InvalidOperationException>(
            () => Around(_ => Task.FromException(failure))(new Invocation("RecommendOne", "activityTrigger", app.Services)));

        thrown.ShouldBeSameAs(failure);
        var span = spans.ShouldHaveSingleItem();
        (span.Kind, span.Status, span.StatusDescription).ShouldBe((ActivityKind.Internal, ActivityStatusCode.Error, "InvalidOperationException"));
    }

    [Fact]
    public async Task What_an_activity_does_is_a_part_of_its_span()
    {
        using var app = Build();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen("StoreOne", spans);
        string? inside = null;

        await Around(_ =>
        {
            inside = Activity.Current?.DisplayName;
            return Task.CompletedTask;
        })(new Invocation("StoreOne", "activityTrigger", app.Services));

        inside.ShouldBe("StoreOne");
        spans.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Unset);
    }

    private static FunctionExecutionDelegate Around(FunctionExecutionDelegate function)
    {
        var order = new Order();
        MiddlewareOrder.Add(order);
        return order.Added.AsEnumerable().Reverse().Aggregate(function, (next, add) => add(next));
    }

    private static IHost Build()
    {
        var builder = FunctionApp.CreateBuilder(
        [
            "--Database:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody;Database=none", "--Prometheus:Url=http://127.0.0.1:1",
            "--Identity:Provider=oidc", "--Identity:Authority=https://127.0.0.1:1", "--Identity:Audience=slo",
        ]);
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    // Other tests of this process have spans, too.
    private static ActivityListener Listen(string name, ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "SloFunctions",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.DisplayName == name) spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Order : IFunctionsWorkerApplicationBuilder
    {
        public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Added { get; } = [];

        public IServiceCollection Services { get; } = new ServiceCollection();

        public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
        {
            Added.Add(middleware);
            return this;
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Http;

public class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added_in()
    {
        var setup = new HostSetup { Configure = app => { app.UseMiddleware<Outer>(); app.UseMiddleware<Inner>(); } };
        await using var host = await RunningHost.StartAsync(setup, typeof(RoutingFunctions));

        await host.Client.GetAsync($"/items/{Guid.Empty}");

        host.Probe.Rest().ShouldBe(["outer in", "inner in", "GET", "inner out", "outer out"]);
    }

    [Fact]
    public async Task One_middleware_instance_serves_every_invocation()
    {
        var setup = new HostSetup { Configure = app => app.UseMiddleware<Counting>() };
        await using var host = await RunningHost.StartAsync(setup, typeof(FailingFunctions));

        await host.Client.GetAsync("/Fine");
        await host.Client.GetAsync("/Fine");

        host.Probe.Rest().ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Middleware_may_answer_instead_of_a_function_that_throws()
    {
        var setup = new HostSetup { Configure = app => app.UseMiddleware<Rescue>() };
        await using var host = await RunningHost.StartAsync(setup, typeof(FailingFunctions), typeof(RoutingFunctions));

        var response = await host.Client.GetAsync("/Throws");
        var unreadable = await host.Client.GetAsync("/typed/one/2/3/true/x");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe("InvalidOperationException on /Throws");
        (await unreadable.Content.ReadAsStringAsync()).ShouldStartWith("FunctionInputConverterException");
    }

    [Fact]
    public async Task Conditional_middleware_runs_only_where_it_is_wanted()
    {
        var setup = new HostSetup { Configure = app => app.UseWhen<Outer>(context => context.FunctionDefinition.Name == "Throws") };
        await using var host = await RunningHost.StartAsync(setup, typeof(FailingFunctions));

        await host.Client.GetAsync("/Fine");
        host.Probe.Rest().ShouldBeEmpty();
        await host.Client.GetAsync("/Throws");

        host.Probe.Rest().ShouldBe(["outer in"]);
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Say("outer in");
            await next(context);
            probe.Say("outer out");
        }
    }

    private sealed class Inner(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Say("inner in");
            await next(context);
            probe.Say("inner out");
        }
    }

    private sealed class Counting(Probe probe) : IFunctionsWorkerMiddleware
    {
        private int count;

        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Say($"{Interlocked.Increment(ref count)}");
            return next(context);
        }
    }

    private sealed class Rescue : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (Exception e)
            {
                context.GetInvocationResult().Value = Results.Text($"{e.GetType().Name} on {context.GetHttpContext()!.Request.Path}", statusCode: 503);
            }
        }
    }
}

namespace LocalHost.Tests.Http;

public class ResultTests
{
    [Theory]
    [InlineData("/Plain", 201, "application/json", """{"method":"GET"}""")]
    [InlineData("/Action", 200, "application/json", """{"method":"GET"}""")]
    [InlineData("/Status", 418, null, "")]
    [InlineData("/Content", 202, "text/html", "<p/>")]
    [InlineData("/Text", 200, null, "")]
    [InlineData("/Null", 200, null, "")]
    [InlineData("/Nothing", 200, null, "")]
    [InlineData("/Written", 203, null, "by hand")]
    public async Task A_result_is_written_as_the_worker_would(string path, int status, string? type, string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(ResultFunctions));

        var response = await host.Client.GetAsync(path);

        ((int)response.StatusCode).ShouldBe(status);
        (response.Content.Headers.ContentType?.MediaType).ShouldBe(type);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task A_function_reads_the_body_and_writes_to_the_response_itself()
    {
        await using var host = await RunningHost.StartAsync(typeof(ResultFunctions));

        var response = await host.Client.PostAsync("/WrittenValue", new StringContent("echo"));

        (await response.Content.ReadAsStringAsync()).ShouldBe("echo");
    }
}

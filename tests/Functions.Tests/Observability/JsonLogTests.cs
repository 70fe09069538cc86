using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SloFunctions.Functions;

namespace Functions.Tests.Observability;

public sealed class JsonLogTests
{
    private const string Secret = "s3cr3t-Value";

    [Fact]
    public void A_line_holds_the_fields_of_an_entry()
    {
        var line = Write(LogLevel.Warning, "Served for a while", [new("ServiceId", "checkout"), new("SLIType", "latency"), new("DurationMs", 12L), new("Confidence", 0.87), new("Nothing", null)]);

        line.GetProperty("level").GetString().ShouldBe("WARNING");
        line.GetProperty("logger").GetString().ShouldBe("A.Category");
        line.GetProperty("message").GetString().ShouldBe("Served for a while");
        line.GetProperty("event_id").GetInt32().ShouldBe(7);
        line.GetProperty("service_id").GetString().ShouldBe("checkout");
        line.GetProperty("sli_type").GetString().ShouldBe("latency");
        line.GetProperty("duration_ms").GetInt64().ShouldBe(12);
        line.GetProperty("confidence").GetDouble().ShouldBe(0.87);
        line.GetProperty("nothing").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "DEBUG")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "ERROR")]
    public void Levels_have_the_usual_names(LogLevel level, string name)
    {
        Write(level, "Whatever", []).GetProperty("level").GetString().ShouldBe(name);
    }

    [Theory]
    [InlineData("Authorization: Bearer " + Secret)]
    [InlineData("authorization=Basic " + Secret)]
    [InlineData("""{"Authorization":"Bearer s3cr3t-Value"}""")]
    [InlineData("X-API-Key: " + Secret)]
    [InlineData("x-functions-key: " + Secret)]
    [InlineData("Cookie: session=" + Secret)]
    [InlineData("the token Bearer " + Secret + " was refused")]
    [InlineData("Host=db;Username=app;Password=" + Secret + ";Database=slo")]
    [InlineData("Host=db;Pwd='s3cr3t-Value and more';Database=slo")]
    [InlineData("postgresql://app:" + Secret + "@db:5432/slo")]
    [InlineData("https://user:" + Secret + "@prometheus.example/api")]
    [InlineData("AccountName=a;AccountKey=" + Secret + "==;EndpointSuffix=x")]
    [InlineData("https://a.example/b?sv=1&sig=" + Secret)]
    [InlineData("https://a.example/runtime/webhooks?code=" + Secret)]
    [InlineData("the key slo_abcdefgh2345_s3cr3t-Valueaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa was wrong")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.s3cr3t-Value")]
    public void No_secret_is_written_wherever_it_stands(string text)
    {
        Text(LogLevel.Error, text, []).ShouldNotContain(Secret);
        Text(LogLevel.Error, "Failed", [new("Reason", text)]).ShouldNotContain(Secret);
        Text(LogLevel.Error, "Failed", [], new InvalidOperationException("Outer", new HttpRequestException(text))).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("ClientSecret")]
    [InlineData("Authorization")]
    [InlineData("ApiKey")]
    [InlineData("ConnectionString")]
    public void A_field_whose_name_says_that_it_is_secret_is_not_written(string name)
    {
        Text(LogLevel.Error, "Failed", [new(name, Secret)]).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("checkout answered with code: 500 within 3 s")]
    [InlineData("https://prometheus.example:9090/api/v1/query refused the query")]
    public void What_is_no_secret_stays(string text)
    {
        Write(LogLevel.Error, text, []).GetProperty("message").GetString().ShouldBe(text);
    }

    [Fact]
    public void An_exception_is_a_field_of_one_line()
    {
        string text = Text(LogLevel.Error, "Two\nlines", [], new InvalidOperationException("It broke\r\nin two"));

        text.TrimEnd('\n').ShouldNotContain("\n");
        JsonSerializer.Deserialize<JsonElement>(text).GetProperty("exception").GetString().ShouldBe("System.InvalidOperationException: It broke | in two");
    }

    [Fact]
    public void What_a_scope_of_ours_says_is_written_and_what_the_entry_says_comes_first()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var outer = scopes.Push(new KeyValuePair<string, object?>[] { new("request_id", "req-1"), new("service_id", "outer") });
        using var foreign = scopes.Push(new KeyValuePair<string, object?>[] { new("RequestPath", "/secret") });

        var line = JsonSerializer.Deserialize<JsonElement>(Text(LogLevel.Information, "Done", [new("ServiceId", "inner")], scopes: scopes));

        line.GetProperty("request_id").GetString().ShouldBe("req-1");
        line.GetProperty("service_id").GetString().ShouldBe("inner");
        line.TryGetProperty("request_path", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("json", "Development", "slo-json")]
    [InlineData("text", "Production", "simple")]
    [InlineData("", "Production", "slo-json")]
    [InlineData("", "Development", "simple")]
    public void Lines_are_JSON_where_the_setting_or_the_environment_says_so(string format, string environment, string formatter)
    {
        using var app = FunctionApp.CreateBuilder([$"--environment={environment}", $"--Logging:Format={format}", "--DOTNET_RUNNING_IN_CONTAINER="]).Build();

        app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.ShouldBe(formatter);
    }

    private static JsonElement Write(LogLevel level, string message, KeyValuePair<string, object?>[] properties) =>
        JsonSerializer.Deserialize<JsonElement>(Text(level, message, properties));

    private static string Text(
        LogLevel level, string message, KeyValuePair<string, object?>[] properties, Exception? failure = null, IExternalScopeProvider? scopes = null)
    {
        using var app = FunctionApp.CreateBuilder(["--Logging:Format=json"]).Build();
        var formatter = app.Services.GetServices<ConsoleFormatter>().Single(f => f.Name == "slo-json");
        using var output = new StringWriter();
        formatter.Write(new LogEntry<KeyValuePair<string, object?>[]>(level, "A.Category", new EventId(7), properties, failure, (_, _) => message), scopes, output);
        return output.ToString();
    }
}

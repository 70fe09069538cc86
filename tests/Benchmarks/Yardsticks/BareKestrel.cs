using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SloFunctions.Benchmarks.Yardsticks;

/// <summary>The least that a stored answer costs over HTTP: Kestrel and one point read by primary key.</summary>
public static class BareKestrel
{
    /// <summary>The argument that starts it.</summary>
    public const string Argument = "bare-kestrel";

    private const string Read = "SELECT document FROM slo.bench_documents WHERE id = 1";

    /// <summary>Serves until it is ended.</summary>
    /// <param name="connectionString">The database that holds the answer.</param>
    public static async Task RunAsync(string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 8, MaxPoolSize = 50 }.ConnectionString);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", async context =>
        {
            await using var command = source.CreateCommand(Read);
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            await reader.ReadAsync(context.RequestAborted);
            byte[] document = reader.GetFieldValue<byte[]>(0);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = document.Length;
            await context.Response.Body.WriteAsync(document, context.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }
}

using System.Text.Json.Nodes;
using SloFunctions.Testing.Alerts;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>A workflow, or an action made of steps.</summary>
/// <param name="File">Its path in the checkout.</param>
/// <param name="Text">What it says.</param>
internal sealed record Workflow(string File, string Text)
{
    private const string Folder = ".github";

    /// <summary>What it says, as data.</summary>
    public JsonObject Content { get; } = YamlJson.Read(Text).Single()!.AsObject();

    /// <summary>Its jobs by name; none of an action.</summary>
    public IReadOnlyDictionary<string, JsonObject> Jobs =>
        Content["jobs"] is JsonObject jobs ? jobs.ToDictionary(j => j.Key, j => j.Value!.AsObject()) : [];

    /// <summary>All of its steps, in order.</summary>
    public IEnumerable<JsonObject> Steps =>
        Jobs.Values.Append(Content["runs"] as JsonObject).OfType<JsonObject>().SelectMany(StepsOf);

    /// <summary>The scripts of its steps.</summary>
    public IEnumerable<string> Scripts => Steps.Select(s => s["run"]?.GetValue<string>()).OfType<string>();

    /// <summary>All workflows of the checkout.</summary>
    public static IReadOnlyList<Workflow> All => Read("workflows");

    /// <summary>All actions of the checkout.</summary>
    public static IReadOnlyList<Workflow> Actions => Read("actions");

    /// <summary>A workflow of the checkout.</summary>
    public static Workflow Named(string name) => All.Single(w => w.File == $"{Folder}/workflows/{name}.yml");

    /// <summary>The steps of a job, in order.</summary>
    public static IEnumerable<JsonObject> StepsOf(JsonObject job) => job["steps"] is JsonArray steps ? steps.Select(s => s!.AsObject()) : [];

    /// <summary>The same with another text in place of one that it has.</summary>
    public Workflow With(string old, string other)
    {
        Text.ShouldContain(old);
        return new Workflow(File, Text.Replace(old, other, StringComparison.Ordinal));
    }

    private static Workflow[] Read(string folder) => [.. SourceFiles.Below($"{Folder}/{folder}", "*.yml").Select(file => new Workflow(file, SourceFiles.Read(file)))];
}

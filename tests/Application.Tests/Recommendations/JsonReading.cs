using System.Text.Json;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>Short ways into published documents.</summary>
internal static class JsonReading
{
    public static double Number(this JsonElement element, string property) => element.GetProperty(property).GetDouble();

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static JsonElement[] Items(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];

    public static string[] Names(this JsonElement element, string property) => [.. element.Items(property).Select(i => i.GetString()!)];

    public static double[] Numbers(this JsonElement element, string property) => [.. element.Items(property).Select(i => i.GetDouble())];
}

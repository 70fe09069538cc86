using System.Text.Json.Nodes;

namespace SloFunctions.Application.Notifications;

/// <summary>An Adaptive Card as the workflow webhooks of Microsoft Teams take it. Its texts are runs, in which Markdown is not understood.</summary>
internal static class TeamsMessage
{
    public static JsonObject Of(MessageContent content)
    {
        var body = new JsonArray(Paragraph(new JsonArray(Run(content.Title, "Bolder", "Large"))));
        foreach (var (name, value) in content.Facts) body.Add(Paragraph(new JsonArray(Run(name + ": ", "Bolder"), Run(value))));
        if (content.Rationale is { } rationale) body.Add(Paragraph(new JsonArray(Run(rationale))));
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = body,
        };
        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = card,
            }),
        };
    }

    private static JsonObject Paragraph(JsonArray runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = runs };

    // Two braces open a function of the card, DATE for example.
    private static JsonObject Run(string text, string? weight = null, string? size = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text.Replace("{{", "{\u200B{", StringComparison.Ordinal) };
        if (weight is not null) run["weight"] = weight;
        if (size is not null) run["size"] = size;
        return run;
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SloFunctions.Application.Notifications;

/// <summary>A message of Slack's Block Kit. Everything in it is plain text: nothing that somebody wrote becomes a link, a mention or a format.</summary>
internal static partial class SlackMessage
{
    private const int HeaderLength = 150;
    private const int FieldsPerSection = 10;

    public static JsonObject Of(MessageContent content)
    {
        var blocks = new JsonArray(new JsonObject { ["type"] = "header", ["text"] = Plain(Header(content.Title)) });
        foreach (var facts in content.Facts.Chunk(FieldsPerSection))
            blocks.Add(new JsonObject { ["type"] = "section", ["fields"] = new JsonArray([.. facts.Select(f => Plain($"{f.Name}: {f.Value}"))]) });
        if (content.Rationale is { } rationale) blocks.Add(new JsonObject { ["type"] = "section", ["text"] = Plain(rationale) });
        // Shown where blocks are not: in the notification of a phone.
        return new JsonObject { ["text"] = Escape(content.Title), ["mrkdwn"] = false, ["blocks"] = blocks };
    }

    // Slack counts characters as they are sent, and refuses a message whose header has too many.
    private static string Header(string title)
    {
        int most = HeaderLength;
        while (Escape(MessageText.Cut(title, most)).Length > HeaderLength) most--;
        return MessageText.Cut(title, most);
    }

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = Escape(text), ["emoji"] = false };

    // The three characters that Slack's syntax is made of; and a space of no width so that nobody is called who was not meant.
    private static string Escape(string text) => Mention().Replace(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        "@\u200B");

    [GeneratedRegex("@(?=here|channel|everyone|group)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}

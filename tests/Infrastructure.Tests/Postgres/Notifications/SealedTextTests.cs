using System.Text;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

public sealed class SealedTextTests
{
    private const string Place = "row 1";

    [Theory]
    [InlineData("")]
    [InlineData("a secret")]
    [InlineData("h\u00e4ngt an \u65e5\u672c")]
    public void A_text_comes_back_and_is_never_stored_twice_alike(string text)
    {
        var sealedText = Keys.Text(Keys.New());
        byte[] stored = sealedText.Seal(text, Place);

        sealedText.TryOpen(stored, Place, out string? read).ShouldBeTrue();
        read.ShouldBe(text);
        sealedText.Seal(text, Place).ShouldNotBe(stored);
        if (text.Length > 0) Encoding.UTF8.GetString(stored).ShouldNotContain(text);
    }

    [Fact]
    public void A_text_that_was_moved_changed_or_cut_is_not_read()
    {
        var sealedText = Keys.Text(Keys.New());
        byte[] stored = sealedText.Seal("a secret", Place);

        sealedText.TryOpen(stored, "row 2", out _).ShouldBeFalse();
        for (int i = 1; i < stored.Length; i++)
        {
            byte[] changed = [.. stored];
            changed[i] ^= 1;
            sealedText.TryOpen(changed, Place, out _).ShouldBeFalse();
            sealedText.TryOpen(stored[..i], Place, out _).ShouldBeFalse();
        }

        sealedText.TryOpen([], Place, out _).ShouldBeFalse();
        sealedText.TryOpen([9, 1, 2], Place, out _).ShouldBeFalse();
    }

    [Fact]
    public void The_key_before_still_reads_and_the_new_one_writes()
    {
        string first = Keys.New(), second = Keys.New();
        byte[] old = Keys.Text(first).Seal("a secret", Place);

        var rotated = Keys.Text(second, first);

        rotated.TryOpen(old, Place, out string? read).ShouldBeTrue();
        read.ShouldBe("a secret");
        Keys.Text(second).TryOpen(rotated.Seal("a secret", Place), Place, out _).ShouldBeTrue();
        Keys.Text(second).TryOpen(old, Place, out _).ShouldBeFalse();
        Keys.Text().TryOpen(old, Place, out _).ShouldBeFalse();
    }
}

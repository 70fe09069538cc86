using SloFunctions.Application.Access;

namespace SloFunctions.Application.Tests.Access;

public sealed class ApiKeyTextTests
{
    private static readonly string Key = ApiKeyText.Of([.. Enumerable.Range(0, ApiKeyText.RandomBytes).Select(i => (byte)(i * 41))]);

    [Fact]
    public void A_key_shows_what_it_is_and_has_a_public_prefix()
    {
        Key.ShouldMatch(@"\Aslo_[a-z2-9]{12}_[A-Za-z0-9_-]{43}\z");
        ApiKeyText.TryGetPrefix(Key, out string prefix).ShouldBeTrue();
        Key.ShouldStartWith($"slo_{prefix}_");
    }

    [Fact]
    public void The_digest_is_the_SHA_256_that_other_programs_compute() =>
        ApiKeyText.Digest("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Every_other_text_is_no_key()
    {
        string[] others =
        [
            "", "slo_", Key[1..], Key[..^1], Key + "A", Key.ToUpperInvariant(), Key.Replace("slo_", "slo-"), " " + Key[1..], Key[..^1] + "=",
            Key[..^1] + "\u00e9", Key[..16] + "-" + Key[17..], "slo_" + new string('0', 12) + Key[16..], new string('a', 100_000),
        ];

        others.Where(text => ApiKeyText.TryGetPrefix(text, out _)).ShouldBeEmpty();
    }
}

package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;

import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WalletAndAssetTest {

  private final CommandFixture fixture = new CommandFixture();

  @Nested
  class Registration {

    @Test
    void registrationAdmitsThePlayerAndOpensTheWalletInOneAppend() {
      fixture
          .when(register(ANNA))
          .expectEvents(new PlayerRegistered(ANNA, text(ANNA), NOW), new WalletOpened(ANNA, NOW));
    }

    @Test
    void rejectsARegistrationUnderATakenId() {
      fixture
          .given(register(ANNA))
          .when(register(ANNA))
          .expectRejection(IdentityRejection.PLAYER_ALREADY_EXISTS);
    }
  }

  @Nested
  class AssetRegistration {

    private final RegisterAsset command = new RegisterAsset(new Asset(GOLD, 0), true, 1_000L, NOW);

    @Test
    void assetIsRegistered() {
      fixture
          .when(command)
          .expectEvents(new AssetRegistered(new Asset(GOLD, 0), true, 1_000L, NOW));
    }

    @Test
    void rejectsATakenAssetCode() {
      fixture
          .given(command)
          .when(new RegisterAsset(new Asset(GOLD, 2), false, null, NOW))
          .expectRejection(LedgerRejection.ASSET_ALREADY_REGISTERED);
    }

    @Test
    void rejectsAMintLimitOfZeroOrLess() {
      for (long limit : new long[] {0, -1}) {
        fixture
            .when(new RegisterAsset(new Asset(GOLD, 0), true, limit, NOW))
            .expectRejection(LedgerRejection.MINT_LIMIT_NOT_POSITIVE);
      }
    }
  }
}

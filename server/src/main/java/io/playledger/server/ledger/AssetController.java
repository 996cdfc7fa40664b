package io.playledger.server.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.query.AssetList;
import io.playledger.api.ledger.query.ListAssets;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.call.Sent;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assets, which everybody lists and admins create. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Ledger")
class AssetController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final Clock clock;

  AssetController(CommandGate commands, QueryGate queries, Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.clock = clock;
  }

  @GetMapping("/assets")
  @Public
  @RateLimited(RateGroup.SEARCH)
  @Operation(summary = "List assets", description = "Requires no authentication.")
  ResponseEntity<Answer<List<AssetList.AssetView>>> assets(MinPosition min) {
    Reading<AssetList> reading = queries.read(new ListAssets(), min);
    return reading.answer(reading.value().assets());
  }

  @PostMapping("/admin/assets")
  @RequiresRole(Role.ADMIN)
  @Operation(summary = "Create an asset", description = "Requires the role admin.")
  @Rejects(
      commands = RegisterAsset.class,
      codes = {"AMOUNT_OUT_OF_RANGE", "AMOUNT_TOO_PRECISE", "ASSET_SCALE_OUT_OF_RANGE"})
  ResponseEntity<Answer<AssetList.AssetView>> register(
      @Valid @RequestBody AssetBody body, CommandCall call) {
    if (body.scale() < 0 || body.scale() > Asset.SCALE_MAX) {
      throw new CommandRejected(LedgerRejection.ASSET_SCALE_OUT_OF_RANGE);
    }
    Asset asset = new Asset(body.code(), body.scale());
    Long limit = body.mintLimitPerDay() == null ? null : limit(asset, body.mintLimitPerDay());
    Sent<Void> sent =
        commands.send(call, new RegisterAsset(asset, body.transferable(), limit, clock.instant()));
    AssetList.AssetView view =
        new AssetList.AssetView(
            asset.code(),
            asset.scale(),
            body.transferable(),
            limit == null ? null : asset.toDecimal(limit));
    return sent.created(view);
  }

  private static long limit(Asset asset, String decimal) {
    try {
      return asset.toUnits(decimal);
    } catch (IllegalArgumentException notDecimal) {
      throw ApiProblem.invalid("mintLimitPerDay", "must be a decimal string such as \"12.50\"");
    }
  }
}

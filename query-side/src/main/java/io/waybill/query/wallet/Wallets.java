package io.waybill.query.wallet;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All wallets. */
interface Wallets extends Repository<Wallet, UUID> {
    Optional<Wallet> findByWalletId(UUID walletId);
}

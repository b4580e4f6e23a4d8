-- Names compare by their bytes (utf8mb4_bin), as on SQLite: "Uber" and "uber" are two keys.

CREATE TABLE `Person` (
  `id` VARCHAR(191) NOT NULL,
  `currency` VARCHAR(191) NULL,
  `timezone` VARCHAR(191) NULL,
  `language` VARCHAR(191) NULL,
  `firstDayOfWeek` INTEGER NULL,
  `createdAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Identity` (
  `platform` VARCHAR(191) NOT NULL,
  `externalId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `Identity_personId_idx` (`personId`),
  PRIMARY KEY (`platform`, `externalId`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Ledger` (
  `id` VARCHAR(191) NOT NULL,
  `name` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Member` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `role` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `Member_personId_idx` (`personId`),
  PRIMARY KEY (`ledgerId`, `personId`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Category` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `name` VARCHAR(191) NOT NULL,
  `nameKey` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  UNIQUE INDEX `Category_ledgerId_nameKey_key` (`ledgerId`, `nameKey`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Entry` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(191) NOT NULL,
  `amountMinor` BIGINT NOT NULL,
  `currency` VARCHAR(191) NOT NULL,
  `categoryId` VARCHAR(191) NOT NULL,
  `merchant` VARCHAR(191) NULL,
  `note` TEXT NULL,
  `merchantKey` VARCHAR(191) NULL,
  `searchText` TEXT NOT NULL,
  `day` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  `deletedAt` DATETIME(3) NULL,
  INDEX `Entry_ledgerId_day_idx` (`ledgerId`, `day`),
  INDEX `Entry_ledgerId_categoryId_day_idx` (`ledgerId`, `categoryId`, `day`),
  INDEX `Entry_ledgerId_merchantKey_idx` (`ledgerId`, `merchantKey`),
  INDEX `Entry_turnId_idx` (`turnId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Budget` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `scope` VARCHAR(191) NOT NULL,
  `amountMinor` BIGINT NOT NULL,
  `currency` VARCHAR(191) NOT NULL,
  `period` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  UNIQUE INDEX `Budget_ledgerId_scope_period_key` (`ledgerId`, `scope`, `period`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `MerchantCategory` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `merchantKey` VARCHAR(191) NOT NULL,
  `categoryId` VARCHAR(191) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`ledgerId`, `merchantKey`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Turn` (
  `id` VARCHAR(191) NOT NULL,
  `key` VARCHAR(191) NOT NULL,
  `conversation` VARCHAR(191) NOT NULL,
  `platform` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NULL,
  `kind` VARCHAR(191) NOT NULL,
  `message` LONGTEXT NOT NULL,
  `state` VARCHAR(191) NOT NULL,
  `receivedAt` DATETIME(3) NOT NULL,
  `leaseOwner` VARCHAR(191) NULL,
  `leaseUntil` DATETIME(3) NULL,
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `reply` LONGTEXT NULL,
  `doneAt` DATETIME(3) NULL,
  UNIQUE INDEX `Turn_key_key` (`key`),
  INDEX `Turn_conversation_state_idx` (`conversation`, `state`),
  INDEX `Turn_conversation_id_idx` (`conversation`, `id`),
  INDEX `Turn_state_leaseUntil_idx` (`state`, `leaseUntil`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Step` (
  `turnId` VARCHAR(191) NOT NULL,
  `position` INTEGER NOT NULL,
  `content` LONGTEXT NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`turnId`, `position`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Outbox` (
  `id` VARCHAR(191) NOT NULL,
  `conversation` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NULL,
  `reply` LONGTEXT NULL,
  `state` VARCHAR(191) NOT NULL,
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `nextAttemptAt` DATETIME(3) NOT NULL,
  `lastError` TEXT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `sentAt` DATETIME(3) NULL,
  INDEX `Outbox_state_nextAttemptAt_idx` (`state`, `nextAttemptAt`),
  INDEX `Outbox_conversation_state_idx` (`conversation`, `state`),
  INDEX `Outbox_turnId_idx` (`turnId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Proposal` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `conversation` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NOT NULL,
  `tool` VARCHAR(191) NOT NULL,
  `args` LONGTEXT NOT NULL,
  `fingerprint` VARCHAR(191) NOT NULL,
  `state` VARCHAR(191) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `Proposal_conversation_state_idx` (`conversation`, `state`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Change` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NULL,
  `operationId` VARCHAR(191) NOT NULL,
  `entity` VARCHAR(191) NOT NULL,
  `entityId` VARCHAR(191) NOT NULL,
  `before` LONGTEXT NULL,
  `after` LONGTEXT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `undoneAt` DATETIME(3) NULL,
  INDEX `Change_ledgerId_personId_id_idx` (`ledgerId`, `personId`, `id`),
  INDEX `Change_operationId_idx` (`operationId`),
  INDEX `Change_turnId_idx` (`turnId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `ModelUsage` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NOT NULL,
  `model` VARCHAR(191) NOT NULL,
  `inputTokens` INTEGER NOT NULL,
  `cachedInputTokens` INTEGER NOT NULL,
  `outputTokens` INTEGER NOT NULL,
  `milliseconds` INTEGER NOT NULL,
  `costMicros` BIGINT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `ModelUsage_personId_createdAt_idx` (`personId`, `createdAt`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Groups with their ledgers, accounts that are linked, and what the outbox must know to send to platforms.

CREATE TABLE `ChatGroup` (
  `platform` VARCHAR(191) NOT NULL,
  `externalId` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `ChatGroup_ledgerId_idx` (`ledgerId`),
  PRIMARY KEY (`platform`, `externalId`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `LinkCode` (
  `digest` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `usedAt` DATETIME(3) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `LinkCode_personId_createdAt_idx` (`personId`, `createdAt`),
  PRIMARY KEY (`digest`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `LinkAttempt` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `LinkAttempt_personId_createdAt_idx` (`personId`, `createdAt`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Link` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `formerPersonId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `undoneAt` DATETIME(3) NULL,
  INDEX `Link_personId_createdAt_idx` (`personId`, `createdAt`),
  INDEX `Link_formerPersonId_idx` (`formerPersonId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `SentMessage` (
  `key` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `SentMessage_turnId_idx` (`turnId`),
  PRIMARY KEY (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `Entry`
  ADD COLUMN `fromLedgerId` VARCHAR(191) NULL,
  ADD INDEX `Entry_fromLedgerId_idx` (`fromLedgerId`);

ALTER TABLE `Turn` ADD INDEX `Turn_personId_id_idx` (`personId`, `id`);

ALTER TABLE `Outbox`
  ADD COLUMN `audience` VARCHAR(191) NULL,
  ADD COLUMN `sentParts` TEXT NULL,
  ADD COLUMN `leaseOwner` VARCHAR(191) NULL,
  ADD COLUMN `leaseUntil` DATETIME(3) NULL;

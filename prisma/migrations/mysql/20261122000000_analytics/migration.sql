-- Sums kept beside the entries, exchange rates, goals, dismissed findings, and the history of queries.

ALTER TABLE `Person` ADD COLUMN `name` VARCHAR(191) NULL;
ALTER TABLE `LinkCode` ADD COLUMN `turnId` VARCHAR(191) NULL;
ALTER TABLE `Ledger` ADD COLUMN `currency` VARCHAR(191) NULL;
ALTER TABLE `Ledger` ADD COLUMN `revision` INTEGER NOT NULL DEFAULT 0;
ALTER TABLE `Entry` ADD COLUMN `homeMinor` BIGINT NULL;

CREATE TABLE `Rate` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `base` VARCHAR(20) NOT NULL,
  `quote` VARCHAR(20) NOT NULL,
  `day` VARCHAR(20) NOT NULL,
  `rate` VARCHAR(191) NOT NULL,
  PRIMARY KEY (`ledgerId`, `base`, `quote`, `day`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `DayTotal` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `day` VARCHAR(20) NOT NULL,
  `categoryId` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `currency` VARCHAR(20) NOT NULL,
  `count` INTEGER NOT NULL,
  `minor` BIGINT NOT NULL,
  `homeMinor` BIGINT NOT NULL,
  `unvalued` INTEGER NOT NULL,
  `unvaluedMinor` BIGINT NOT NULL DEFAULT 0,
  INDEX `DayTotal_ledgerId_categoryId_day_idx` (`ledgerId`, `categoryId`, `day`),
  PRIMARY KEY (`ledgerId`, `day`, `categoryId`, `kind`, `currency`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `MerchantMonth` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `month` VARCHAR(20) NOT NULL,
  `merchantKey` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `currency` VARCHAR(20) NOT NULL,
  `count` INTEGER NOT NULL,
  `minor` BIGINT NOT NULL,
  `homeMinor` BIGINT NOT NULL,
  `unvalued` INTEGER NOT NULL,
  `unvaluedMinor` BIGINT NOT NULL DEFAULT 0,
  INDEX `MerchantMonth_ledgerId_merchantKey_month_idx` (`ledgerId`, `merchantKey`, `month`),
  PRIMARY KEY (`ledgerId`, `month`, `merchantKey`, `kind`, `currency`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `SqlQuery` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NULL,
  `question` TEXT NULL,
  `sql` TEXT NOT NULL,
  `shape` TEXT NOT NULL,
  `shapeDigest` VARCHAR(191) NOT NULL,
  `rowCount` INTEGER NULL,
  `milliseconds` INTEGER NOT NULL,
  `scannedRows` BIGINT NULL,
  `layer` VARCHAR(191) NULL,
  `error` TEXT NULL,
  `suggestion` TEXT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `SqlQuery_personId_ledgerId_id_idx` (`personId`, `ledgerId`, `id`),
  INDEX `SqlQuery_shapeDigest_createdAt_idx` (`shapeDigest`, `createdAt`),
  INDEX `SqlQuery_createdAt_idx` (`createdAt`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Goal` (
  `id` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `name` VARCHAR(191) NOT NULL,
  `nameKey` VARCHAR(191) NOT NULL,
  `amountMinor` BIGINT NOT NULL,
  `currency` VARCHAR(191) NOT NULL,
  `startDay` VARCHAR(191) NOT NULL,
  `byDay` VARCHAR(191) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  UNIQUE INDEX `Goal_ledgerId_nameKey_key` (`ledgerId`, `nameKey`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Dismissal` (
  `ledgerId` VARCHAR(191) NOT NULL,
  `key` VARCHAR(191) NOT NULL,
  `fact` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`ledgerId`, `key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO `DayTotal` (`ledgerId`, `day`, `categoryId`, `kind`, `currency`, `count`, `minor`, `homeMinor`, `unvalued`, `unvaluedMinor`)
SELECT `ledgerId`, `day`, `categoryId`, `kind`, `currency`, COUNT(*), SUM(`amountMinor`), 0, COUNT(*), SUM(`amountMinor`)
FROM `Entry` WHERE `deletedAt` IS NULL GROUP BY `ledgerId`, `day`, `categoryId`, `kind`, `currency`;

INSERT INTO `MerchantMonth` (`ledgerId`, `month`, `merchantKey`, `kind`, `currency`, `count`, `minor`, `homeMinor`, `unvalued`, `unvaluedMinor`)
SELECT `ledgerId`, LEFT(`day`, 7), COALESCE(`merchantKey`, ''), `kind`, `currency`, COUNT(*), SUM(`amountMinor`), 0, COUNT(*), SUM(`amountMinor`)
FROM `Entry` WHERE `deletedAt` IS NULL GROUP BY `ledgerId`, LEFT(`day`, 7), COALESCE(`merchantKey`, ''), `kind`, `currency`;

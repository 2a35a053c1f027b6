/** Types of the API for openapi-fetch, made from openapi.json. Do not edit: `npm run generate`. */

export interface paths {
    "/v1/ledger/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询账户及其余额：持有人、可支配人、监护人与本社区工作人员可见 · An account with its balances, for its holder, spenders, guardians and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 冻结、解冻或注销账户，调整余额下限与上限；须写明原因 · Freeze, release or close an account, or change its floor and ceiling; the reason is recorded
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 4
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某社区、某单位的账户列表，供工作人员使用 · Accounts of a community and unit, for its officers
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账户明细，附逐笔余额，新的在前；format=csv 返回文件 · Journal of an account with the running balance, newest first; format=csv for a file
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         *     - 长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接 · a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts can be joined
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某一时刻的余额；不填 at 即为现在 · Balance at an instant, now when at is left out
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某社区、某单位的资金池：当前余额，以及硬预算的剩余 · Pools of a community and unit, with their balance now and what hard budgets have left
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核账：由分录逐页重算某社区、某单位的每个账户，末页给出合计 · Recomputes every account of a community and unit from its journal, page by page; the last page gives the sum
         * @description - 谁可以调用 · who may call: `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["auditLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出某社区、某单位的分录：JSON、CSV 或 hledger 文本；文本每部分末尾给出下一部分的游标 · The journal of a community and unit as JSON, CSV or hledger text; a part of a text ends with the next cursor
         * @description - 谁可以调用 · who may call: `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         *     - 长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接 · a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts can be joined
         */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每日账本根及其签名，新的在前；任何人可查 · The daily roots of the sealed journal with their signed checkpoints, newest first; open to everyone
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listLedgerRoots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/root-consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 两日账本根的一致性证明：其间已封存的账未被改动；任何人可查 · Proof that the checkpoint of a day continues that of an earlier one: nothing sealed was changed between
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getLedgerConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一笔分录已封存于公布的根之下的证明：可查看该账户的人可用 · Proof that an entry of the account is sealed under a published root, for whoever may read the account
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getEntryProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转账：从一个账户付到另一个账户；mode: at-most 表示可用多少付多少，不超过所填数额 · Pay from one account to another; mode: at-most moves what is available up to the amount
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["createTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/linked-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 联动转账：最多 20 笔，依次执行，要么全部成功，要么都不执行 · Up to 20 legs in their order, all or nothing
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 122
         */
        post: operations["createLinkedTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfer-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量转账：最多 100 笔，各有编号；atomic 全部成功或都不执行，independent 逐笔答复 · Up to 100 transfers, each with its id: atomic makes all or none, independent answers each by itself
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 600
         */
        post: operations["createTransferBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一笔转账及其联动各笔与冲正：收付双方与本社区工作人员可见 · A transfer with its legs and its reversal, for its parties and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers/{transferId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冲正：整笔撤回，只能一次；force 时对方已用掉的部分记为应收 · Undo a transfer once, with all its legs; force books what the payee has spent as a receivable
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["reverseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预扣：为收款人留出一笔数额，直到入账、释放或到期 · Reserve an amount for a payee until it is posted, voided or expires
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一笔预扣的当前状态 · A hold as it stands now
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账户的预扣，新的在前：side=out 从本账户预扣，side=in 为本账户预扣 · Holds of an account, newest first: side=out reserves from it, side=in for it
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/holds/{holdId}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预扣入账：最多转出预扣的数额，只能一次，余下的随即释放 · Move up to the held amount, once; the rest becomes free again
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["postHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/holds/{holdId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 释放预扣，不转出任何数额 · Release a hold without moving anything
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["voidHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/earn-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 积分规则：每单位服务的积分、计量单位、上限与出资的资金池 · How service earns points: rate, unit of work, caps and the pool that pays
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listEarnRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按积分规则奖励居民：标准乘以数量，不超过规则的上限与预算 · Reward a resident for service by an earn rule: rate times quantity, within the rule's caps and budget
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["createReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/pools/{poolAccountId}/fund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为设有硬预算的奖励资金池增加预算 · Add to the budget of a reward pool that may spend only what it was given
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 34
         */
        post: operations["fundPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/earn-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本社区待审核的申报，早的在前 · Claims of a community that wait for a decision, oldest first
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPendingEarnClaims"];
        put?: never;
        /**
         * 申报积分：为已完成的服务申报，由本社区管家通过或驳回 · Claim points for service done; a steward of the community accepts or rejects it
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 2
         */
        post: operations["createEarnClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/earn-claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一份申报：居民本人与本社区工作人员可见 · A claim, for the resident and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getEarnClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/earn-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某账户的申报，新的在前 · Claims made for an account, newest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listEarnClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/earn-claims/{claimId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 通过申报并发放奖励，只发放一次 · Accept a claim and pay its reward, once
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["acceptEarnClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/earn-claims/{claimId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 驳回申报；居民可看到原因 · Reject a claim; the resident sees the reason
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["rejectEarnClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/catalogue-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的兑换项目；active=false 列出已下架的，仅工作人员可见 · What a community offers for points; active=false shows what is withdrawn, to its officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listCatalogueItems"];
        put?: never;
        /**
         * 上架兑换项目；stock: null 表示不限库存 · Offer something for points; stock: null is unlimited
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["createCatalogueItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/catalogue-items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一个项目的价格与剩余；已下架的仅本社区工作人员可见 · An item with its price and what is left; withdrawn ones are shown to the community's officers only
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getCatalogueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改兑换项目；库存只按增减调整，见 adjustCatalogueStock · Change an item; its stock is changed by deltas, see adjustCatalogueStock
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 4
         */
        patch: operations["updateCatalogueItem"];
        trace?: never;
    };
    "/v1/ledger/catalogue-items/{itemId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 增减库存，兑换进行中也可调整 · Add to the stock or take from it, while people redeem
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["adjustCatalogueStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 兑换项目：用自己的账户，或有权支配的共用钱包 · Redeem an item from one's own account, or from a shared wallet one may spend from
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["createRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/redemptions/{redemptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一笔兑换的当前状态：账户相关人与本社区工作人员可见 · A redemption as it stands, for the account's people and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某账户的兑换，新的在前 · Redemptions from an account, newest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listRedemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/redemptions/{redemptionId}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认交付：服务商须核对兑换码，管家可不核对；此后不能再取消 · Mark as delivered: a provider with the buyer's voucher, a steward also without; ends the right to cancel
         * @description - 谁可以调用 · who may call: `provider`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["fulfilRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/redemptions/{redemptionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消兑换，退回积分、库存与限兑数量：本人在期限内，管家在交付前 · Give the points back, with stock and personal limit: the buyer within the window, a steward until delivery
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["cancelRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/payment-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发起付款请求：请对方账户向自己的账户付款，对方同意后才转账 · Ask another account to pay one's own; nothing moves until its holder accepts
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 2
         */
        post: operations["createPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/payment-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一份付款请求的当前状态：双方与本社区工作人员可见 · A payment request as it stands now, for both sides and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPaymentRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{accountId}/payment-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账户收到（side=incoming）或发起（side=outgoing）的付款请求：待处理的按到期先后，其余新的在前 · Requests to an account (side=incoming) or by it (side=outgoing): open ones by expiry, others latest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPaymentRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/payment-requests/{requestId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意并付款，只付一次；转账编号即本次请求的幂等键 · Pay what is asked, once; the transfer has the id of this call's key
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["acceptPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/payment-requests/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拒绝付款；填写的原因对方可见 · Decline to pay; the payee sees the reason when one is given
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["rejectPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/payment-requests/{requestId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回自己发起的付款请求 · Withdraw one's own request
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["cancelPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我是谁：令牌所代表的人、其角色与社区，以及本人在名册上的记录 · Who the token stands for: roles, communities and the caller's own record on the roll
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本区的社区列表 · Communities of the district
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listCommunities"];
        put?: never;
        /**
         * 新增社区并开设其资金池；code 即其编号 · Add a community with its pools; code becomes its id
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 64
         */
        post: operations["createCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一个社区 · One community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改社区的名称或地址；null 表示删去地址 · Rename a community or change its address; null removes the address
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 2
         */
        patch: operations["updateCommunity"];
        trace?: never;
    };
    "/v1/communities/{communityId}/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的楼栋，按名称排列，本社区居民与工作人员可见 · Buildings of a community by name, for its people and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listBuildings"];
        put?: never;
        /**
         * 新增楼栋；名称在社区内唯一 · Add a building; its name is unique in the community
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["createBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区或某楼栋的房屋，附面积与产权人，供工作人员使用 · Units of a community, or of one building, with areas and owners, for its officers
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`, `poll-officer`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * 新增房屋及其面积与产权人；房号在楼栋内唯一 · Add a unit with its area and owners; its number is unique in the building
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 90
         */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询房屋：产权人、住户与本社区工作人员可见 · A unit, for its owners, the people who live there and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更正房屋的面积或用途，或登记新的产权人 · Correct a unit's area or use, or record its new owners
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 130
         */
        patch: operations["updateUnit"];
        trace?: never;
    };
    "/v1/units/{unitId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房屋登记的历次内容：面积及其来源、用途与产权人，最近被替换的在前 · What was said of a unit before: areas with their sources, use and owners, the last replaced first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listUnitVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区名册上的居民，供工作人员使用 · People on a community's roll, for its officers
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listResidents"];
        put?: never;
        /**
         * 登记居民并开设其账户 · Put a person on the roll and open their accounts
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["createResident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/residents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按姓名、电话或房屋查找名册上的居民；条件写在请求体中，姓名不进入网址与日志 · Find people on a roll by name, phone or home; a body, so that no name stands in an address or its logs
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        post: operations["searchResidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/residents/{residentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询居民资料：本人、代理人与本社区工作人员可见 · A person's record, for themselves, their proxies and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getResident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更正居民资料：电话与语言由本人或代理人修改，管家可改全部；null 表示删去 · Correct a record: phone and languages by the person or a proxy, everything by a steward; null removes
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 6
         */
        patch: operations["updateResident"];
        trace?: never;
    };
    "/v1/residents/{residentId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查阅某人被保存的全部资料（查阅权） · Everything that is stored about a person (right to see)
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getResidentData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/residents/{residentId}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除个人资料（删除权）：保留注销标记，账目只留匿名编号 · Erase a person's data: a tombstone stays, and the ledger's rows with the opaque id
         * @description - 谁可以调用 · who may call: `resident`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 26
         */
        post: operations["eraseResident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立户：由若干居民组成，成员共用一个钱包 · Form a household of residents, with a wallet that its members share
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 52
         */
        post: operations["createHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{householdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询户：成员与本社区工作人员可见 · A household, for its members and the community's officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{householdId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 整户搬迁，成员一并迁移；null 表示新居不在册 · A household moves home with all its members; null where the new home is not on the register
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 48
         */
        post: operations["moveHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{householdId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 居民入户；已是成员的不变 · Take a resident into a household; nothing happens where they are in it already
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["addHouseholdMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{householdId}/members/{residentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 退出或移出户；不是成员的不变 · Leave a household, or take a member out; nothing happens where they are not in it
         * @description - 谁可以调用 · who may call: `resident`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        delete: operations["removeHouseholdMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的组织列表，本社区居民与工作人员可见 · Organisations of a community, for its people and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listOrganisations"];
        put?: never;
        /**
         * 登记组织并开设其账户；代表可支配这些账户 · Add an organisation with its accounts; its representatives may dispose of them
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 98
         */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询一个组织 · One organisation
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更正组织资料，或变更可支配其账户的代表；null 表示删去统一社会信用代码 · Correct an organisation, or say who may dispose of its accounts from now on; null removes the code
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 144
         */
        patch: operations["updateOrganisation"];
        trace?: never;
    };
    "/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某人的角色，含已收回的；本人与区管理员可见 · Roles of a person, revoked ones included; for the person and district administrators
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listRoleGrants"];
        put?: never;
        /**
         * 授予角色：在若干社区担任；此后签发的令牌生效 · Give a person a role for some communities; tokens issued from then on carry it
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 46
         */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-grants/{grantId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收回角色；含该角色的令牌十秒内失效 · Take a role back; tokens that carry it end within ten seconds
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["revokeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁可代 person 办理，或 proxy 可代谁办理；二者填其一 · Who may act for person, or for whom proxy may act; name one of the two
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listProxies"];
        put?: never;
        /**
         * 登记代理：一人在若干事项上代另一人办理，有起止时刻 · Record that one person may act for another in some parts of the platform, from and until an instant
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["createProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies/{proxyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立即终止代理：被代理人、代理人或管家均可 · End a proxy now: by the person, the proxy or a steward
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["revokeProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kinships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 居民的亲属关系，含已终止的 · Kinships of a resident, ended ones included
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listKinships"];
        put?: never;
        /**
         * 登记两位居民的亲属关系：a 是 b 的什么人 · Record how two residents are related: a is the kind of b
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["recordKinship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kinships/{kinshipId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止亲属关系，例如离婚 · End a kinship, such as a marriage
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["endKinship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{communityId}/roll-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入社区名册：无误的行入册，有误的行逐一列出；可安全重发 · Import a community's roll: good rows go in, bad rows are listed; safe to send again
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 800000
         */
        post: operations["importRoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布服务需求：为自己、被代理人或可代为兑换的人；管家也可代电话求助者登记 · Ask for a service, for oneself, a person one acts for or may redeem for; stewards also by phone
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单：双方与管家可见；公开的需求本社区均可见 · An order, for its sides and stewards; an open request for everyone of the community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/residents/{residentId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某人的订单，新的在前：as=recipient 为受助，as=volunteer 为服务 · Orders of a person, newest first: as=recipient or as=volunteer
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/open-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区待接单的需求，按开始时间排列，不含地址 · Published requests of a community that nobody has accepted, by the time they begin; without any address
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listOpenOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 管家审核后发布需求 · A steward has checked the request
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["publishOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/decline-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 管家不予发布需求 · A steward does not publish the request
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 推荐志愿者，由其接受或谢绝 · Propose a volunteer, who accepts or declines
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["matchOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/decline-match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 被推荐的志愿者谢绝，需求重新开放 · The proposed volunteer does not take it; the request is open again
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["declineMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 志愿者接单；所需分钟即时预扣 · A volunteer takes the request; its minutes are held from now on
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 24
         */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 志愿者不能前来：需求重新开放，预扣的分钟释放 · The volunteer cannot come; the request is open again and its minutes are free
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 18
         */
        post: operations["withdrawAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始前取消，预扣的分钟释放 · Call it off before it begins; held minutes are free again
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 20
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 志愿者未到，预扣的分钟释放 · The volunteer did not come; held minutes are free again
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 20
         */
        post: operations["reportNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一次性口令：由对方输入以签到或签退；只保存哈希，新口令使旧的失效 · A one-time code, which the other side enters to sign in or out; stored as a hash, an earlier one ends
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["issueCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签到，服务开始：凭对方口令，或由管家办理 · The service begins: by the other side's code, or by a steward
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 19
         */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签退，服务结束并计时 · The service ends; its minutes are measured
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 19
         */
        post: operations["checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正时间：管家立即生效；一方提出，另一方填写相同时间后生效 · Put the times right: a steward at once, a side as a proposal that the other side makes good by the same times
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["correctOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受助人确认；按规则即时或按结算日支付所计分钟 · The recipient confirms; by policy the measured minutes are paid at once or by the calendar
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["confirmOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立即结算已确认的订单，不等结算日 · Pay a confirmed order now instead of by the calendar
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 16
         */
        post: operations["settleOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议：订单冻结，等待调解人裁定 · One side does not agree; the order is frozen until a mediator decides
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["disputeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 裁定：由非当事方的调解人决定支付多少预扣的分钟 · A mediator who is no side decides how many of the held minutes are paid
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 22
         */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 双方对已确认的订单各评价一次，1 至 5 分 · Each side rates a confirmed order once, from 1 to 5
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["rateOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/orders/{orderId}/place-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除地址与签到签退地点，任一方均可；时长保留 · Erase the address and the places of signing in and out, for either side; the minutes stay
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["eraseOrderPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的有效服务意向，供管家使用 · Open offers of a community, for its stewards
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listOffers"];
        put?: never;
        /**
         * 登记服务意向：技能、区域与重复时段（RFC 5545） · Offer to serve: skills, areas and recurring times (RFC 5545)
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["createOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/offers/{offerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改或撤回自己的服务意向 · Change or withdraw one's own offer
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 10
         */
        patch: operations["updateOffer"];
        trace?: never;
    };
    "/v1/timebank/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 赠送时长给其他成员，限于规则允许的范围 · Give hours to another member, as far as the policy's scope reaches
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["giveHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/donations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 捐赠时长到社区爱心时间池 · Give hours to the community's care pool
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 8
         */
        post: operations["donateHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/seed-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从硬预算向无法自行赚取者发放时长 · Grant hours from the hard budget to somebody who cannot earn them
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["grantSeedHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/members/{residentId}/care-flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 列入或移出照护名单，并记录所查验的依据 · Put a person on the care list or take them off it, with the evidence that was seen
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["setCareFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/members/{residentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 成员的荣誉时长、星级与获发时长：本人、代理人与工作人员可见 · Honour minutes, stars and grants of a member, for the member, their proxies and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/group-services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记团体服务及出勤；按规则计入爱心时间池或各成员 · Record a service by a group with its attendance; by policy the minutes go to the care pool or to members
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 126
         */
        post: operations["recordGroupService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本区规则的各个版本及出处，以及新订单适用的一版 · Every version of the district's rules with their sources, and which holds for new orders
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/policy:explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 针对某人与拟办事项，逐条说明规则是否通过及其数字 · For a person and an intended act: each rule with pass or fail and the number behind it
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        post: operations["explainPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/settlement-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 历次结算，新的在前：笔数、分钟、各原因的失败数与写入单位 · Runs of the settlement job, newest first: counts, minutes, failures by reason, write units
         * @description - 谁可以调用 · who may call: `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listSettlementRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/settlement-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某一次结算；记录保留 90 天 · One run of the settlement job; its record is kept for 90 days
         * @description - 谁可以调用 · who may call: `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getSettlementRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/set-aside-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区内结算未能支付的订单及原因；用 settle 重试 · Orders of a community that settlement could not pay, with the reason; settle tries one again
         * @description - 谁可以调用 · who may call: `steward`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listSetAsideOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/residents/{residentId}/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某成员某月的时长变动：本人、代理人、审计与区管理员可见 · What a local month did to a member's hours, for the member, their proxies, auditors and administrators
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getMonthStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/communities/{communityId}/solvency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区时长负债按账龄、兑换率、发放分钟与“存易兑难”指标：最新一日或不晚于指定日，向所有人公开 · Liabilities by age, redeem rate, seeded minutes: the latest day's, or the latest up to day; open to all
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getSolvency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/communities/{communityId}/care-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 爱心时间池的使用规则与每月收入、使用、结余，向所有人公开 · The care pool: its rules of use, and what it received, used and had by month; open to everyone
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getCareStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/members/{residentId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为自己的服务安排生成日历订阅地址；原地址随即失效 · Give one's sessions a calendar address; an earlier address ends
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["openTimebankCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/members/{residentId}/calendar/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用日历订阅地址 · End the calendar address of one's sessions
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 6
         */
        post: operations["endTimebankCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timebank/calendars/{feed}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 以 iCalendar 读取服务安排，持有地址即可；不含姓名与地点 · A volunteer's sessions as iCalendar, for who has the address; no names and no places
         * @description - 谁可以调用 · who may call: 持有链接即可，无需登录 · whoever has the link, no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["readTimebankCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的车场 · Lots of a community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listLots"];
        put?: never;
        /**
         * 登记车场：业主私有车位的车场，或按总数共享的车场 · Register a lot: with spaces of owners, or pooled with a capacity
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["createLot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/lots/{lotId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询车场 · A lot
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getLot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改车场：价格、容量、是否接受新预订 · Change a lot: price, capacity, open or closed for new bookings
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 4
         */
        patch: operations["updateLot"];
        trace?: never;
    };
    "/v1/parking/lots/{lotId}/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车场内的车位 · Spaces of a lot
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listSpaces"];
        put?: never;
        /**
         * 登记车位及其业主，或共有车位及允许使用的业主决定 · Register a space of an owned lot with its owner, or a common one with the decision that allows it
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["createSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/spaces/{spaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询车位与开放时间；业主身份只对本人和管理人员显示 · A space with its windows; who owns it only for the owner and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getSpace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 设置开放时间（RFC 5545 与例外）、价格、是否逐次同意 · Say when a space is open (RFC 5545, overrides), what it costs, whether the owner accepts each booking
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 26
         */
        patch: operations["updateSpace"];
        trace?: never;
    };
    "/v1/parking/spaces/{spaceId}/free-busy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车位在一段时间内的开放、占用与空闲，不显示由谁占用 · When a space is open, taken and free, in a range of at most 31 days; never by whom
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getFreeBusy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/spaces/{spaceId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 车位的预订，业主与管理人员可见 · Bookings of a space by their beginning, the last first, for its owner and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listSpaceBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 询价：费用与分配、现在是否空闲、可改订的时段 · What a stay would cost, how it would be split, whether it is free now, and what else is
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        post: operations["quoteStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 保留数分钟或直接预订，费用在同一事务中预扣 · Hold a stay for some minutes, or book it at once; the price is reserved in the same transaction
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询预订：承租人、业主与管理人员可见 · A booking, for its renter, the space's owner and officers
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/residents/{residentId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某人的预订，最近开始的在前 · Bookings of a person by their beginning, the last first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把保留变为预订；须业主同意的等待其答复 · Make a hold a booking before it runs out; where the owner accepts each, it waits for them
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["confirmBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 业主同意 · Accept a booking of one's space
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["acceptBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 业主不同意，预扣释放 · The owner does not accept; what was reserved is free again
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 20
         */
        post: operations["rejectBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消：承租人按规则退款；业主取消全退并记一次；管理人员取消全退 · Cancel as renter (refund by the rules), owner (all back, and a mark) or officer (all back)
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 40
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 延长停车，一个事务内完成，原预订不会丢失 · Stay longer, in one transaction: the booking is never given up for it
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 20
         */
        post: operations["extendBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 改时间或改车位，一个事务内完成 · Another time or space, in one transaction: both or neither
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 24
         */
        post: operations["moveBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 入场：可提前数分钟 · The vehicle is there: from some minutes before the beginning on
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["checkInParking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 离场：付费并分配，超出宽限的按超时收费 · The vehicle has left: the stay is paid and split; minutes beyond the grace cost more
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 50
         */
        post: operations["checkOutParking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 报告未到：车位释放，费用照付 · Nobody came; the space is free again and the stay is paid
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 50
         */
        post: operations["reportParkingNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 承租人或业主对结果提出异议 · Renter or owner objects to how a booking ended
         * @description - 谁可以调用 · who may call: `resident`, `guardian`, `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["disputeBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parking/bookings/{bookingId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 管理人员裁定：退还多少，另行记账 · An officer decides: so much goes back to the renter, by entries of its own
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 30
         */
        post: operations["resolveParkingDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的各项资金 · Funds of a community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listFunds"];
        put?: never;
        /**
         * 设立资金：账本中的专项账户，用途、捐赠条件与期限设立后不变 · Open a fund: an envelope of the ledger whose purposes, terms and expiry stay as they are
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 16
         */
        post: operations["createFund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询资金及其余额，本社区均可见 · A fund and what lies in it, for everyone of its community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getFund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 资金的收入、划转与费用，新的在前 · Income, transfers and costs of a fund, newest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listFundMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/income": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记收入并按基点分配到各资金：各份与来源留存之和恰等于净收入 · Record money that came in and divide it among funds: the parts and what the source keeps add up exactly
         * @description - 谁可以调用 · who may call: `fund-treasurer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 106
         */
        post: operations["receiveFundIncome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}/donations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从本人账户捐赠 · Give from one's own account
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["donateToFund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 划转到用途不超出本资金的另一资金 · Move money to a fund whose every purpose is one of this fund's
         * @description - 谁可以调用 · who may call: `fund-treasurer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 16
         */
        post: operations["transferBetweenFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}/admin-costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 在上限内列支管理费 · Pay an administrative cost, within the fund's cap
         * @description - 谁可以调用 · who may call: `fund-treasurer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["chargeAdminCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/funds/{fundId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 关闭已空且无承诺的资金 · Close a fund that is empty and has promised nothing
         * @description - 谁可以调用 · who may call: `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 18
         */
        post: operations["closeFund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的各次征集，新的在前 · Calls of a community, newest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listFundCalls"];
        put?: never;
        /**
         * 拟定一次征集 · Draft a call for applications to a fund
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 13
         */
        post: operations["createFundCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询征集，公布后本社区均可见 · A call, for everyone of its community once it is published
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getFundCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 开放前修改征集；评审标准自开放起固定 · Change the terms of a call that has not opened; criteria are fixed from then on
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 13
         */
        patch: operations["updateFundCall"];
        trace?: never;
    };
    "/v1/fund/calls/{callId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按状态表推进征集：公布、评审、入围公示、居民表决、拟资助、公示、结束 · Move a call on by a command of its table
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 64
         */
        post: operations["stepFundCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/calls/{callId}/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 征集的披露文件（隐去个人）：JSON、资助项目 CSV 或 360Giving 标准 · What a call came to, without persons: as JSON, as CSV of its awards, or by the 360Giving standard
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         *     - 长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接 · a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts can be joined
         */
        get: operations["discloseFundCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/calls/{callId}/disclosure-index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各披露文件当前的 SHA-256，由本区签名 · SHA-256 of each file of a call's disclosure as it is now, signed by the district
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["indexFundDisclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/calls/{callId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次征集中本人可见的申请 · Applications to a call that the caller may see
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * 以本人或组织名义拟写申请 · Draft an application, in one's own name or an organisation's
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 72
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询申请：申请人、评审人、工作人员各见其所应见；入围公示后本社区可见 · An application as the caller may see it: applicant, reviewer, officer, or everyone from the shortlist on
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改草稿 · Change one's draft
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 72
         */
        patch: operations["updateApplication"];
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请人提交、申诉或撤回 · The applicant submits, appeals or withdraws
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 72
         */
        post: operations["stepApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作人员或司库按状态表办理：资格、推荐、异议裁定、审批、资助、签约、暂停、终止、追回 · An officer or treasurer moves an application or grant on by a command of its table
         * @description - 谁可以调用 · who may call: `steward`, `fund-treasurer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 114
         */
        post: operations["decideApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 指定评审人；登记显示有冲突者自动回避并记录 · Name reviewers; who is not free by the register is recused and recorded as such
         * @description - 谁可以调用 · who may call: `steward`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 38
         */
        post: operations["assignReviewers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 评分：评审人只见自己的；入围公示后公开，不署名 · Scores: a reviewer's own; all for officers, and for everyone from the shortlist on, without names
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listScores"];
        put?: never;
        /**
         * 评审人对每项标准评分，评分结束前可更改 · A reviewer scores every criterion, again until the scoring is concluded
         * @description - 谁可以调用 · who may call: `fund-reviewer`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 38
         */
        post: operations["scoreApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 评审人声明冲突并回避，其评分不计 · A reviewer declares a conflict; a score of theirs no longer counts
         * @description - 谁可以调用 · who may call: `fund-reviewer`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 36
         */
        post: operations["recuseReviewer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异议及其结果，本社区均可见 · Objections and their outcomes, for everyone of the community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listObjections"];
        put?: never;
        /**
         * 公示期内对拟资助项目提出异议 · Object to a proposed award while it is on notice
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 34
         */
        post: operations["objectToAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/applications/{applicationId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目报告，本社区均可见 · Reports on a grant, for everyone of the community
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listReports"];
        put?: never;
        /**
         * 受资助人提交中期或结项报告 · The grantee reports: in between, or at the end
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 36
         */
        post: operations["reportOnProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/tranches/{trancheId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受资助人提交该期条件已达成的证明 · The grantee shows that a tranche's condition is met
         * @description - 谁可以调用 · who may call: `resident`, `guardian`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 60
         */
        post: operations["showEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund/tranches/{trancheId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 司库审批（两人）、付款、登记失败、重付或退回 · Treasurers approve (two of them), pay, record a failure, retry, or take a payment back
         * @description - 谁可以调用 · who may call: `fund-treasurer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 74
         */
        post: operations["stepTranche"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的投票，新的在前 · Polls of a community, newest first
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPolls"];
        put?: never;
        /**
         * 起草投票：类型、名册、议题、计票方法与时间 · Draft a poll: class, electorate, question, method, times
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["createPoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询投票；草稿仅工作人员与审计可见 · A poll; a draft for its officers and auditors only
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改草稿；公告后规则冻结 · Change a draft; after notice the rules are frozen
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 须带 `If-Match` · needs `If-Match`
         *     - 写入单位 · write units: ≤ 8
         */
        patch: operations["updatePoll"];
        trace?: never;
    };
    "/v1/polls/{pollId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询冻结的规则；其规范 JSON 的哈希即投票所示 · The frozen rules, whose canonical JSON (RFC 8785) has the hash that the poll shows
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公告：以哈希冻结规则，并开始生成名册 · Give notice: freezes the rules by their hash and begins the roll
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["givePollNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 投票开始前取消 · Call a poll off before it opens
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["cancelPoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/roll-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异议期内按登记现状更正一条名册，公开计数 · Put an entry right from the register as it is now, until corrections end; counted in public
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 20
         */
        post: operations["correctPollRoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 名册，供工作人员与审计；谁已投票，非记名则不显示内容 · The roll, for officers and auditors; who voted, never how unless ballots are named
         * @description - 谁可以调用 · who may call: `poll-officer`, `auditor`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPollRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人或被代理人可投票的名册条目 · Entries that the caller, or the person they act for, may vote for
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listOwnPollEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/entries/{entryId}/roll-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证明条目在开始前公布根哈希的名册之内（RFC 9162） · Proof that one's entry stands in the roll whose root was published before opening (RFC 9162)
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollRollProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/entries/{entryId}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某条目投过的全部选票，最后一张有效；本条目投票人、工作人员与审计可见 · All ballots ever cast for an entry; the last one counts. For its voters, officers and auditors
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listNamedBallots"];
        put?: never;
        /**
         * 记名投票：本人、代理人或单位代表；纸质与电话选票由工作人员录入 · Vote by name for an entry: oneself, as a proxy, for an organisation; officers enter paper and phone
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["castNamedBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/turnout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 最近一次统计的参与率，分楼栋；过小的数字不显示，也无法推算 · Turnout as last taken, by building; small numbers are withheld so that none can be worked out
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollTurnout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束前因参与率不足延期，合计不超过 60 日 · Let a poll go on before it closes because turnout is short; 60 days in all at most
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 12
         */
        post: operations["extendPoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/tie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 计票所等待裁决的平局 · The tie that a count waits for
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollTie"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/tie-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按公告的规则答复平局：公开抽取的种子，或所选者；随后继续计票 · Answer a tie as declared: the seed that was drawn in public, or who is chosen; then the count goes on
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["answerPollTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公布已计票的结果；通过的决定自此生效 · Publish a counted result; a decision that passed is in force from then on
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["publishPollResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 结果：各项检验的两边数字、各轮、理由与平局；计票后工作人员与审计即可见 · The result: each test with both sides, rounds, reasons, ties; officers and auditors see it once counted
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 会议记录：规则、名册、参与率、结果、回访与异议；连同名册与选票即为证据 · Minutes: rules, roll, turnout, result, call-backs and objections; with roll and ballots the evidence
         * @description - 谁可以调用 · who may call: `poll-officer`, `auditor`, `district-admin`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getPollMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记抽样回访的结果 · Record what calling back a voter of the drawn sample brought
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["recordPollCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 对结果的异议：工作人员与审计可见全部，其他人可见自己的 · Objections to a result, for officers and auditors; one's own for everyone
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["listPollObjections"];
        put?: never;
        /**
         * 公示期内对结果提出异议 · Object to a result while it stands published
         * @description - 谁可以调用 · who may call: 登录即可 · anyone signed in
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 2
         */
        post: operations["objectToPollResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/objections/{objectionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复一项异议，成立与否 · Answer an objection once, upheld or not
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 10
         */
        post: operations["answerPollObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/annul": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销已公布的结果（如异议成立或判决），其决定即刻失效 · Annul a published result, as after an upheld objection or a judgment; its decision is revoked at once
         * @description - 谁可以调用 · who may call: `poll-officer`, `district-admin`
         *     - 重试 · retries: 用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`
         *     - 写入单位 · write units: ≤ 14
         */
        post: operations["annulPollResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 已公布投票的签名数据包，分部分下载，可离线重新计票 · Signed bundle of a published secret poll, in parts
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         *     - 长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接 · a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts can be joined
         */
        get: operations["getPollBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/bundle/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据包并公开每张选票，供审计 · The bundle of a counted poll with its ballots opened, for auditors
         * @description - 谁可以调用 · who may call: `auditor`
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         *     - 长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接 · a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts can be joined
         */
        get: operations["getOpenedPollBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/secret-ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 以自存密钥的哈希为编号投出选票（双信封） · Cast a ballot named by the hash of a secret that only the voter has
         * @description - 谁可以调用 · who may call: `resident`
         *     - 重试 · retries: 原样重发即同一请求 · the same request again is the same one
         *     - 写入单位 · write units: ≤ 4
         */
        post: operations["castSecretBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/secret-ballots/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭密钥匿名更改双信封选票 · Replace a secret ballot by knowledge of its secret, without a token
         * @description - 谁可以调用 · who may call: 无需登录，且不得表明身份 · no token, and nothing else that says who calls
         *     - 重试 · retries: 原样重发即同一请求 · the same request again is the same one
         *     - 写入单位 · write units: ≤ 1
         */
        post: operations["changeSecretBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/ballot-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 领取投票凭证：盲签名，服务器看不到凭证 · Sign the voter's one token without seeing it (RFC 9474)
         * @description - 谁可以调用 · who may call: `resident`
         *     - 重试 · retries: 原样重发即同一请求 · the same request again is the same one
         *     - 写入单位 · write units: ≤ 1
         */
        post: operations["issueBallotToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/token-ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭凭证匿名投票或更改 · Cast or replace a ballot for a token, anonymously
         * @description - 谁可以调用 · who may call: 无需登录，且不得表明身份 · no token, and nothing else that says who calls
         *     - 重试 · retries: 原样重发即同一请求 · the same request again is the same one
         *     - 写入单位 · write units: ≤ 1
         */
        post: operations["castTokenBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/ballot-token-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投票凭证的公钥 · Public key of a poll's tokens
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getBallotTokenKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/polls/{pollId}/ballot-proofs/{ballotName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证明选票在所计选票之内（RFC 9162） · Proof that a ballot is among those counted
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getBallotProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口是否可用，其版本与所在的区 · Whether the API answers, its version and its district
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本接口的 OpenAPI 3.1 说明 · This API as OpenAPI 3.1
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本区签名所用的公钥 · Public keys of the district's signatures
         * @description - 谁可以调用 · who may call: 无需登录 · no token needed
         *     - 重试 · retries: 只读，可随意重试 · reads only, retry freely
         */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            id: components["schemas"]["AccountId"];
            holder: {
                /** @enum {string} */
                kind: "resident" | "household" | "organisation" | "fund" | "pool";
                id: string;
            };
            community: components["schemas"]["Slug"];
            unit: components["schemas"]["UnitCode"];
            /** @enum {string} */
            status: "active" | "earmarked" | "frozen" | "closed";
            floor: number;
            ceiling: number;
            balance: number;
            holdsOut: number;
            holdsIn: number;
            /** @description What a transfer may take now: balance less holds less floor. */
            available: number;
            /** @description What the account may still receive. */
            room: number;
            /** @description Sum of all rewards; spending and expiry do not lower it. */
            lifetimeEarned: number;
            /** @description The next points to expire, and the local day. */
            expiring: {
                amount: components["schemas"]["Amount"];
                on: components["schemas"]["LocalDate"];
            } | null;
            /** @description Residents who may spend from a shared wallet. */
            spenders: components["schemas"]["Uuid"][];
        };
        /**
         * @description Account id: holder, a full stop, unit.
         * @example 0190a000-0000-7000-8000-000000000001.points
         */
        AccountId: string;
        /**
         * @description Positive integer in the unit's minor unit.
         * @example 300
         */
        Amount: number;
        AuditReport: {
            community: components["schemas"]["Slug"];
            unit: components["schemas"]["UnitCode"];
            /** @description Totals hold at this instant: no transfer with an older stamp can still arrive. */
            asOf: components["schemas"]["Instant"];
            /** @description So far, all pages. */
            checked: {
                accounts: number;
                entries: number;
                holds: number;
            };
            /** @description Of this page. */
            discrepancies: components["schemas"]["Discrepancy"][];
            /** @description Settled discrepancies so far, all pages. */
            found: number;
            totals: {
                members: number;
                pools: number;
                /** @description Net received from other communities; their own audits show it with the other sign. */
                across: number;
            };
            complete: boolean;
            /** @description members + pools - across, which must be 0; null before the last page. */
            sum: number | null;
            /** @description Pools as they are now, on the last page. */
            pools: components["schemas"]["Pool"][] | null;
            /** @description Nothing settled was found, and on the last page the sum is 0. */
            ok: boolean;
            /** @description By which floor and ceiling earlier balances were judged. */
            limits: string;
            next: components["schemas"]["Cursor"] | null;
        };
        BallotProof: {
            poll: components["schemas"]["Uuid"];
            /** @description SHA-256 of the voter's secret or token, base64url. */
            ballot: string;
            /** @description 32 bytes, base64url. */
            leaf: string;
            index: number;
            size: number;
            path: string[];
            /** @description 32 bytes, base64url. */
            root: string;
        };
        BallotReceipt: {
            poll: components["schemas"]["Uuid"];
            /** @description SHA-256 of the voter's secret or token, base64url. */
            ballot: string;
            /** @description As recorded: options in the order of the list. */
            choice: components["schemas"]["Choice"];
            /** @description What is signed: its canonical JSON (RFC 8785). */
            receipt: {
                /** @constant */
                type: "linli.polls.receipt.v1";
                district: string;
                poll: components["schemas"]["Uuid"];
                /** @description 32 bytes, base64url. */
                leaf: string;
            };
            signature: components["schemas"]["Signature"];
        };
        Building: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @example 文字 */
            name: string;
            /** @example 文字 */
            address?: string;
        };
        Callback: {
            entry: components["schemas"]["Uuid"];
            /** @enum {string} */
            channel: "web" | "phone" | "paper" | "staff" | "proxy";
            /** @enum {string} */
            outcome?: "confirmed" | "denied" | "unreachable";
            /** @example 文字 */
            note?: string;
            by?: components["schemas"]["Uuid"];
        };
        CareFlag: {
            resident: components["schemas"]["Uuid"];
            listed: boolean;
            by: components["schemas"]["Uuid"];
            at: components["schemas"]["Instant"];
        };
        CatalogueItem: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            name: components["schemas"]["Text"];
            description: {
                /** @example 文字 */
                zh: string;
                /** @example 文字 */
                en: string;
            } | null;
            unit: components["schemas"]["UnitCode"];
            /** @description Points for one piece, in the unit's minor unit. */
            price: number;
            /** @description Pieces left; null is unlimited. */
            stock: number | null;
            perPerson: {
                /** @enum {string} */
                period: "day" | "week" | "month" | "year";
                limit: number;
            } | null;
            /** @description Null: the district's. */
            cancelWindowMinutes: number | null;
            /** @description The organisation that delivers. */
            provider: components["schemas"]["Uuid"] | null;
            active: boolean;
            revision: number;
        };
        Choice: {
            /** @enum {string} */
            answer: "YES" | "NO" | "ABSTAIN" | "WITH_MAJORITY";
        } | {
            options: components["schemas"]["Slug"][];
        } | {
            points: {
                option: components["schemas"]["Slug"];
                points: number;
            }[];
        } | {
            /** @description Most preferred rank first; options in one rank are equal. */
            ranks: components["schemas"]["Slug"][][];
        };
        Community: {
            id: components["schemas"]["Slug"];
            name: components["schemas"]["Text"];
            /** @example 文字 */
            address?: string;
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        /** @example WyIyMDI2LTExLTIzIl0 */
        Cursor: string;
        Discrepancy: {
            account: components["schemas"]["AccountId"];
            /** @enum {string} */
            check: "journal" | "floor" | "ceiling" | "derived" | "holds-out" | "holds-in" | "lots";
            /** @description Which number: balance, available, room ... */
            member: string;
            expected: number;
            found: number;
            /** @description False while the account is moving: audit again before believing it. */
            settled: boolean;
        };
        /** @description 试算结果 · answer of a dry run */
        DryRunAnswer: {
            /** @constant */
            dryRun: true;
            /** @description 是否会被接受 · whether it would be accepted */
            accepted: boolean;
            /** @description 全部原因 · every reason against it */
            refusals: components["schemas"]["Problem"][];
            /** @description 将要返回的内容，不接受时为 null · the answer it would give; null when refused */
            answer: unknown;
        };
        EarnClaim: {
            id: components["schemas"]["Uuid"];
            /** @description The account that is to earn. */
            account: components["schemas"]["AccountId"];
            community: components["schemas"]["Slug"];
            rule: string;
            quantity: number;
            /** @description Rate times quantity on the day of the claim; acceptance pays exactly this. */
            amount: number;
            unit: components["schemas"]["UnitCode"];
            /** @example 文字 */
            memo?: string;
            evidence?: components["schemas"]["Link"];
            /** @enum {string} */
            state: "pending" | "accepted" | "rejected";
            createdAt: components["schemas"]["Instant"];
            by: components["schemas"]["Uuid"];
            actingFor?: components["schemas"]["Uuid"];
            decidedBy?: components["schemas"]["Uuid"];
            decidedAt?: components["schemas"]["Instant"];
            reason?: string;
            /** @description The reward, when accepted. */
            transfer?: components["schemas"]["Uuid"];
        };
        EntryProof: {
            entry: components["schemas"]["SealedEntry"];
            account: components["schemas"]["AccountId"];
            /** @description Place of the entry in its block, from 0. */
            index: number;
            /** @description From the entry's leaf to the root of its block, nearest first. */
            entryPath: string[];
            /** @description Its block and those after it up to the head of the day, each naming the one before. */
            blocks: components["schemas"]["LedgerBlock"][];
            /** @description Entries of the account up to the head. */
            headEntries: number;
            /** @description Place of the account among the day's heads. */
            headIndex: number;
            /** @description From the head's leaf to the tree of the day. */
            headPath: string[];
            day: components["schemas"]["LedgerDay"];
            /** @description From the day's leaf, the last of the log, to the checkpoint's root. */
            dayPath: string[];
            checkpoint: components["schemas"]["LedgerCheckpoint"];
            /** @description Ed25519 over the canonical JSON of the checkpoint, base64url. */
            signature: {
                kid: string;
                sig: string;
            };
            key: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint of the key. */
                kid: string;
            };
        };
        ErasedResident: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @constant */
            state: "erased";
            erasedAt: components["schemas"]["Instant"];
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        /**
         * @description 稳定的错误代码 · stable error code
         * @enum {string}
         */
        ErrorCode: "request/malformed-json" | "request/invalid" | "request/bad-cursor" | "request/key-missing" | "request/too-large" | "request/media-type" | "request/no-route" | "request/if-match-missing" | "request/stale" | "request/key-reused" | "request/identified" | "request/too-many" | "auth/missing-token" | "auth/invalid-token" | "auth/expired-token" | "auth/revoked-token" | "auth/forbidden" | "resource/not-found" | "resource/exists" | "server/busy" | "server/unknown-outcome" | "server/fault" | "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/account-not-empty" | "ledger/same-account" | "ledger/unit-mismatch" | "ledger/not-transferable" | "ledger/outside-community" | "ledger/step" | "ledger/unit-unknown" | "ledger/hold-expired" | "ledger/hold-owned" | "ledger/hold-resolved" | "ledger/over-post" | "ledger/already-reversed" | "ledger/not-reversible" | "ledger/leg-of-linked" | "ledger/nothing-to-move" | "ledger/journal-too-long" | "ledger/too-many-items" | "ledger/batch-leg" | "ledger/rule-unknown" | "ledger/self-approval" | "ledger/budget-exhausted" | "ledger/item-unavailable" | "ledger/out-of-stock" | "ledger/price-changed" | "ledger/item-limit" | "ledger/cancel-window" | "ledger/request-resolved" | "ledger/request-expired" | "ledger/residents-only" | "ledger/pool-open" | "ledger/claim-resolved" | "ledger/stock-unlimited" | "ledger/stock-full" | "ledger/not-sealed" | "ledger/redemption-fulfilled" | "ledger/voucher-wrong" | "residents/unit-shares" | "residents/other-community" | "residents/already-member" | "residents/household-full" | "residents/erased" | "residents/balance-left" | "residents/proxy-invalid" | "residents/proxy-minor" | "residents/proxy-beyond-minority" | "residents/self-relation" | "residents/roll-header" | "residents/roll-too-long" | "residents/roll-unfinished" | "residents/proxy-unknown" | "timebank/not-offered" | "timebank/wrong-state" | "timebank/month-not-begun" | "timebank/not-checked-in" | "timebank/already-confirmed" | "timebank/disputed" | "timebank/out-before-in" | "timebank/outside-window" | "timebank/in-future" | "timebank/record-too-old" | "timebank/session-over-cap" | "timebank/cap" | "timebank/session-overlap" | "timebank/too-many-sessions" | "timebank/self-service" | "timebank/volunteer-age" | "timebank/age-unknown" | "timebank/too-young" | "timebank/lifetime-too-low" | "timebank/redemption-closed" | "timebank/gift-scope" | "timebank/no-care-need" | "timebank/seed-limit" | "timebank/window" | "timebank/code-missing" | "timebank/code-expired" | "timebank/code-wrong" | "timebank/code-exhausted" | "timebank/award-over-held" | "timebank/already-rated" | "polls/class" | "polls/window" | "polls/correction-window" | "polls/notice-too-short" | "polls/rules-frozen" | "polls/roll-frozen" | "polls/roll-unfinished" | "polls/wrong-state" | "polls/not-on-roll" | "polls/not-open" | "polls/closed" | "polls/already-cast" | "polls/own-ballot-stands" | "polls/proxy-limit" | "polls/channel" | "polls/mode" | "polls/choice-form" | "polls/unknown-option" | "polls/overvote" | "polls/undervote" | "polls/duplicate-option" | "polls/not-counted" | "polls/no-result" | "polls/no-tie" | "polls/objection-answered" | "polls/objections-closed" | "polls/turnout-reached" | "polls/ballot-received" | "polls/ballot-taken" | "polls/not-changeable" | "polls/no-ballot" | "polls/token-issued" | "polls/bad-blinded" | "polls/token-invalid" | "polls/token-used" | "polls/file-too-large" | "fund/not-offered" | "fund/expired" | "fund/closed" | "fund/cap-too-high" | "fund/shares" | "fund/costs-too-high" | "fund/period-taken" | "fund/nothing-to-share" | "fund/foreign-purpose" | "fund/admin-cap" | "fund/unpublished" | "fund/wrong-state" | "fund/call-state" | "fund/call-dates" | "fund/criteria-fixed" | "fund/announcement-too-short" | "fund/unfinished" | "fund/vote-missing" | "fund/decision-differs" | "fund/not-funded" | "fund/over-budget" | "fund/too-many-awards" | "fund/objection-window" | "fund/notice-over" | "fund/too-many-objections" | "fund/over-award-max" | "fund/project-dates" | "fund/appeal-used" | "fund/appeal-late" | "fund/same-person" | "fund/conflict" | "fund/recused" | "fund/no-reviewer" | "fund/too-few-scores" | "fund/criteria-differ" | "fund/over-asked" | "fund/approvals-missing" | "fund/over-available" | "fund/document-missing" | "fund/over-paid" | "fund/evidence-missing" | "fund/grant-state" | "parking/not-offered" | "parking/capacity" | "parking/unit" | "parking/not-owned" | "parking/not-common" | "parking/never-opens" | "parking/interval" | "parking/range" | "parking/grid" | "parking/duration" | "parking/past" | "parking/too-far" | "parking/plate" | "parking/closed" | "parking/taken" | "parking/full" | "parking/withdrawn" | "parking/not-covered" | "parking/own-space" | "parking/quota" | "parking/excluded" | "parking/owed" | "parking/price-changed" | "parking/wrong-state" | "parking/hold-expired" | "parking/changes" | "parking/too-early" | "parking/asks-owner" | "parking/outside-window" | "parking/over-refund";
        FeedAddress: {
            /** @description Path of the feed on this server; whoever knows it may read the feed. */
            path: string;
            createdAt: components["schemas"]["Instant"];
        };
        FeedEnded: {
            /** @constant */
            ended: true;
        };
        Fund: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @example 文字 */
            name: string;
            unit: components["schemas"]["UnitCode"];
            /** @enum {string} */
            state: "open" | "expired" | "closed";
            restriction: components["schemas"]["FundRestriction"];
            /** @description What lies in the envelope. */
            cash: number;
            /** @description Awarded and not yet paid. */
            committed: number;
            reserved: number;
            /** @description Negative while the reserve is not there yet. */
            available: number;
            income: number;
            disbursed: number;
            /** @description Paid out and come back. */
            returned: number;
            transferredIn: number;
            transferredOut: number;
            adminCosts: number;
            /** @description Restricted money that went back to its donor. */
            givenBack: number;
            /** @description What administrative costs may still take. */
            adminRoom: number;
            openedAt: components["schemas"]["Instant"];
            revision: number;
        };
        FundApplication: {
            id: components["schemas"]["Uuid"];
            call: components["schemas"]["Uuid"];
            fund: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            unit: components["schemas"]["UnitCode"];
            /** @enum {string} */
            state: "draft" | "submitted" | "eligible" | "ineligible" | "under-review" | "scored" | "recommended" | "waitlisted" | "not-recommended" | "notice" | "objected" | "upheld" | "dismissed" | "awarded" | "agreement-signed" | "active" | "suspended" | "final-report" | "closed" | "terminated" | "clawback-due" | "clawed-back" | "written-off" | "withdrawn";
            /** @example 文字 */
            title: string;
            /** @description Name of the application as a project of a poll. */
            project: components["schemas"]["Slug"];
            /** @example 文字 */
            text?: string;
            applicant?: {
                /** @enum {string} */
                kind: "resident" | "organisation";
                /** @description Redacted: a person. */
                id?: components["schemas"]["Uuid"];
            };
            startsOn: components["schemas"]["LocalDate"];
            endsOn: components["schemas"]["LocalDate"];
            /** @description Asked for; from the recommendation on, what is recommended. */
            amount: number;
            plan: {
                amount: components["schemas"]["Amount"];
                /** @example 文字 */
                condition: string;
            }[];
            attachments?: {
                /** @example 文字 */
                name: string;
                /**
                 * @description Where the document is kept: an address or a reference of the keeper.
                 * @example 文字
                 */
                ref: string;
                sha256: string;
                /**
                 * @description Tells who applies: not shown in a blind review.
                 * @default true
                 */
                identifying: boolean;
            }[];
            reviewers?: components["schemas"]["Uuid"][];
            recused?: {
                reviewer: components["schemas"]["Uuid"];
                grounds: ("self" | "household" | "unit" | "kin" | "organisation" | "earlier-payee" | "declared")[];
            }[];
            /** @description Scores that count. */
            scores?: number;
            /** @description Weighted mean in 0.0001 points of 100. */
            score?: number;
            approvals?: components["schemas"]["Uuid"][];
            noticeUntil?: components["schemas"]["Instant"];
            award?: number;
            paid: number;
            returned: number;
            clawback?: number;
            decision?: components["schemas"]["FundDecision"];
            agreement?: components["schemas"]["FundDocument"];
            nextReportDue?: components["schemas"]["Instant"];
            /** @example 文字 */
            reason?: string;
            tranches?: components["schemas"]["FundTranche"][];
            revision: number;
        };
        FundCall: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            fund: components["schemas"]["Uuid"];
            unit: components["schemas"]["UnitCode"];
            /** @enum {string} */
            state: "draft" | "published" | "open" | "closed" | "in-review" | "shortlist-published" | "resident-vote" | "proposed-awards" | "public-notice" | "awarded" | "completed" | "cancelled";
            /** @example 文字 */
            title: string;
            /** @example 文字 */
            text: string;
            /** @description One of the fund's purposes, where it has any. */
            purpose: components["schemas"]["Slug"];
            opensAt: components["schemas"]["Instant"];
            closesAt: components["schemas"]["Instant"];
            /** @description Most that its awards come to together. */
            budget: number;
            awardMax: components["schemas"]["Amount"];
            /** @description Reviewers do not learn who applies. */
            blind: boolean;
            reviewersMin: number;
            criteria: {
                code: components["schemas"]["Slug"];
                /** @example 文字 */
                name: string;
                weightBps: number;
            }[];
            /** @enum {string} */
            decidedBy: "reviewers" | "residents";
            decision?: components["schemas"]["FundDecision"];
            /** @description Objections are heard, and nothing is awarded, until then. */
            noticeUntil?: components["schemas"]["Instant"];
            /** @example 文字 */
            reason?: string;
            revision: number;
        };
        FundCallDisclosure: {
            call: components["schemas"]["FundCall"];
            applications: components["schemas"]["FundApplication"][];
            recusals: {
                application: components["schemas"]["Uuid"];
                grounds: ("self" | "household" | "unit" | "kin" | "organisation" | "earlier-payee" | "declared")[];
            }[];
            objections: components["schemas"]["FundObjection"][];
            totals: {
                applications: number;
                awards: number;
                awarded: number;
                paid: number;
                returned: number;
                /** @description Paid and not returned, of what was awarded. */
                spentBps: number;
            };
        };
        FundDecision: {
            /** @description Budget poll whose decision is in force; its projects are the applications. */
            poll?: components["schemas"]["Uuid"];
            /** @example 文字 */
            resultHash?: string;
            /** @description Minutes, where the vote was held elsewhere. */
            document?: components["schemas"]["FundDocument"];
        };
        FundDisclosureIndex: {
            index: {
                /** @constant */
                type: "linli.fund.disclosure.v1";
                district: components["schemas"]["Slug"];
                call: components["schemas"]["Uuid"];
                at: components["schemas"]["Instant"];
                files: {
                    /** @enum {string} */
                    format: "json" | "csv" | "360giving";
                    sha256: string;
                    bytes: number;
                }[];
            };
            signature: {
                kid: string;
                sig: string;
            };
        };
        FundDocument: {
            /** @example 文字 */
            name: string;
            /**
             * @description Where the document is kept: an address or a reference of the keeper.
             * @example 文字
             */
            ref: string;
            sha256: string;
        };
        FundIncome: {
            id: components["schemas"]["Uuid"];
            /**
             * @description Donation, share of a project's surplus, income of common parts, share of parking fees.
             * @enum {string}
             */
            kind: "donation" | "surplus-share" | "common-parts" | "parking-split";
            gross: components["schemas"]["Amount"];
            costs: number;
            parts: {
                fund: components["schemas"]["Uuid"];
                bps: number;
                amount: number;
                transfer?: components["schemas"]["Uuid"];
            }[];
            /** @description What stays with the source. */
            kept: number;
        };
        FundMovement: {
            id: components["schemas"]["Uuid"];
            fund: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "donation" | "surplus-share" | "common-parts" | "parking-split" | "transfer-out" | "transfer-in" | "admin-cost" | "expiry-out" | "expiry-in" | "given-back";
            amount: components["schemas"]["Amount"];
            /** @description Ledger transfer. */
            transfer: components["schemas"]["Uuid"];
            /** @example 文字 */
            source?: string;
            /** @example 文字 */
            period?: string;
            /** @description The fund on the other side. */
            other?: components["schemas"]["Uuid"];
            /** @example 文字 */
            reason?: string;
            document?: components["schemas"]["FundDocument"];
            by: components["schemas"]["Uuid"];
            at: components["schemas"]["Instant"];
        };
        FundObjection: {
            id: components["schemas"]["Uuid"];
            application: components["schemas"]["Uuid"];
            /** @example 文字 */
            text: string;
            by?: components["schemas"]["Uuid"];
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            outcome?: "upheld" | "dismissed";
            /** @example 文字 */
            reason?: string;
        };
        FundReport: {
            id: components["schemas"]["Uuid"];
            application: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "interim" | "final";
            /** @example 文字 */
            text: string;
            document: components["schemas"]["FundDocument"];
            at: components["schemas"]["Instant"];
        };
        FundRestriction: {
            /** @description Empty: any purpose. */
            purposes: components["schemas"]["Slug"][];
            /** @example 文字 */
            donorTerms?: string;
            /** @description Last day on which it may be committed. */
            expiresOn?: components["schemas"]["LocalDate"];
            /** @description Fund that takes what is left then; without one it goes back to the donor. */
            expiredTo?: components["schemas"]["Uuid"];
            /** @description Administrative costs, at most this share of income. */
            adminCapBps: number;
        };
        FundScore: {
            application: components["schemas"]["Uuid"];
            reviewer: components["schemas"]["Uuid"];
            points: {
                [key: string]: number;
            };
            weighted: number;
            /** @example 文字 */
            comment?: string;
            /** @description False from a recusal on. */
            counts: boolean;
        };
        FundTranche: {
            id: components["schemas"]["Uuid"];
            application: components["schemas"]["Uuid"];
            index: number;
            amount: components["schemas"]["Amount"];
            /** @example 文字 */
            condition: string;
            /** @enum {string} */
            state: "planned" | "condition-met" | "approved" | "paid" | "failed" | "retry" | "returned" | "cancelled";
            evidence: components["schemas"]["FundDocument"][];
            approvals: components["schemas"]["Uuid"][];
            /** @description Ledger transfer that paid it. */
            transfer?: components["schemas"]["Uuid"];
            /**
             * @description Of the payment outside the ledger.
             * @example 文字
             */
            reference?: string;
            paidAt?: components["schemas"]["Instant"];
            /** @example 文字 */
            reason?: string;
            revision: number;
        };
        GroupService: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            category: components["schemas"]["Slug"];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            policy: string;
            /** @enum {string} */
            minutesGo: "to-care-pool" | "to-members";
            attendance: {
                volunteer: components["schemas"]["Uuid"];
                minutes: number;
            }[];
            by: components["schemas"]["Uuid"];
        };
        Hold: {
            id: components["schemas"]["Uuid"];
            from: components["schemas"]["AccountId"];
            to: components["schemas"]["AccountId"];
            unit: components["schemas"]["UnitCode"];
            amount: components["schemas"]["Amount"];
            category: components["schemas"]["Slug"];
            /** @example 文字 */
            memo?: string;
            link?: components["schemas"]["Link"];
            /** @enum {string} */
            state: "open" | "posted" | "voided" | "expired";
            posted?: number;
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            by: components["schemas"]["Uuid"];
            actingFor?: components["schemas"]["Uuid"];
        };
        HoursMoved: {
            transfer: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "gift" | "donation" | "seed-grant";
            minutes: components["schemas"]["Amount"];
            by: components["schemas"]["Uuid"];
        };
        Household: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            unitId?: components["schemas"]["Uuid"];
            members: components["schemas"]["Uuid"][];
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        /**
         * Format: date-time
         * @description RFC 3339 instant with offset.
         * @example 2026-11-23T09:30:00+08:00
         */
        Instant: string;
        Kinship: {
            id: components["schemas"]["Uuid"];
            a: components["schemas"]["Uuid"];
            b: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "spouse" | "parent" | "child" | "sibling" | "grandparent" | "grandchild" | "other";
            /** @enum {string} */
            state: "active" | "ended";
            by: components["schemas"]["Uuid"];
            endedAt?: components["schemas"]["Instant"];
        };
        LedgerBlock: {
            /** @constant */
            type: "linli.ledger.block.v1";
            account: components["schemas"]["AccountId"];
            /** @description Entries of the account before this block. */
            first: number;
            count: number;
            /** @description Root of the tree over the block's entries. */
            entries: string;
            /** @description Hash of the block before; 64 zeros for the first. */
            previous: string;
        };
        LedgerCheckpoint: {
            /** @constant */
            type: "linli.ledger.checkpoint.v1";
            district: components["schemas"]["Slug"];
            day: components["schemas"]["LocalDate"];
            /** @description Days in the log. */
            size: number;
            /** @description Root of the tree over all days so far. */
            root: string;
        };
        LedgerDay: {
            /** @constant */
            type: "linli.ledger.day.v1";
            district: components["schemas"]["Slug"];
            /** @description Local day that the root covers to its end. */
            day: components["schemas"]["LocalDate"];
            /** @description Place among the district's roots, from 0. */
            number: number;
            /** @description Every entry with this stamp or a lower one is sealed, µs since 1970. */
            through: number;
            /** @description Accounts with sealed entries: leaves of the tree. */
            accounts: number;
            /** @description Entries sealed so far, each counted for both of its accounts. */
            entries: number;
            /** @description Root of the tree over the accounts' heads. */
            tree: string;
        };
        Link: {
            type: components["schemas"]["Slug"];
            /** @example 文字 */
            id: string;
        };
        /**
         * Format: date
         * @example 2026-11-23
         */
        LocalDate: string;
        NamedBallot: {
            id: components["schemas"]["Uuid"];
            poll: components["schemas"]["Uuid"];
            entry: components["schemas"]["Uuid"];
            /** @enum {string} */
            channel: "web" | "phone" | "paper" | "staff" | "proxy";
            by: components["schemas"]["Uuid"];
            castAt: components["schemas"]["Instant"];
            choice: components["schemas"]["Choice"];
        };
        Objection: {
            id: components["schemas"]["Uuid"];
            poll: components["schemas"]["Uuid"];
            by: components["schemas"]["Uuid"];
            /** @example 文字 */
            text: string;
            madeAt: components["schemas"]["Instant"];
            /** @example 文字 */
            answer?: string;
            upheld?: boolean;
            answeredAt?: components["schemas"]["Instant"];
        };
        Offer: {
            id: components["schemas"]["Uuid"];
            volunteer: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "open" | "withdrawn";
            skills: components["schemas"]["Slug"][];
            areas: string[];
            availability: {
                /**
                 * @description DTSTART: local time of the first beginning, in `zone`.
                 * @example 2026-11-30T09:00
                 */
                start: string;
                zone: string;
                minutes: number;
                /**
                 * @description RRULE; left out, it is once.
                 * @example FREQ=WEEKLY;BYDAY=MO,WE
                 */
                rule?: string;
                /** @description First local day on which it may begin. */
                validFrom?: components["schemas"]["LocalDate"];
                /** @description First local day on which it may not begin any more. */
                validUntil?: components["schemas"]["LocalDate"];
            }[];
            revision: number;
        };
        OneTimeCode: {
            order: components["schemas"]["Uuid"];
            /** @enum {string} */
            purpose: "check-in" | "check-out";
            code: string;
            expiresAt: components["schemas"]["Instant"];
        };
        Order: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "draft" | "declined" | "requested" | "matched" | "accepted" | "checked-in" | "checked-out" | "confirmed" | "settled" | "disputed" | "resolved" | "cancelled" | "no-show" | "expired";
            recipient: components["schemas"]["Uuid"];
            /** @description Whose hours pay, unless the care pool does. */
            requester: components["schemas"]["Uuid"];
            /** @enum {string} */
            payer: "own-hours" | "care-pool";
            by: components["schemas"]["Uuid"];
            /** @description Taken by phone, by `by`. */
            phone: boolean;
            category: components["schemas"]["Slug"];
            from: components["schemas"]["Instant"];
            /** @description Not included. */
            until: components["schemas"]["Instant"];
            /** @description Estimate; no more than this is ever credited. */
            minutes: number;
            skills: components["schemas"]["Slug"][];
            /**
             * @description Preferred sex of the volunteer.
             * @enum {string}
             */
            sex?: "female" | "male" | "other";
            /** @enum {string} */
            urgency: "normal" | "urgent";
            /** @description Geohash of at most five characters (about 4.9 km). */
            area?: string;
            /** @description The rules that this order keeps, whatever comes later. */
            policy: string;
            volunteer?: components["schemas"]["Uuid"];
            /** @description Minutes reserved at acceptance. */
            held?: number;
            /** @enum {string} */
            creditTo?: "member" | "care-pool" | "honour-only";
            checkedInAt?: components["schemas"]["Instant"];
            checkedOutAt?: components["schemas"]["Instant"];
            /** @description Minutes between signing in and out. */
            measured?: number;
            /** @description Minutes after rounding and price, at most `held`. */
            credited?: number;
            proposal?: {
                /** @enum {string} */
                side: "recipient" | "volunteer" | "steward" | "system";
                checkedInAt: components["schemas"]["Instant"];
                checkedOutAt: components["schemas"]["Instant"];
            };
            /** @example 文字 */
            reason?: string;
            /** @description Ledger transfer that paid it. */
            transfer?: components["schemas"]["Uuid"];
            /** @description For both sides, from acceptance on, until it is erased. */
            address?: {
                unitId?: components["schemas"]["Uuid"];
                /** @example 文字 */
                directions?: string;
            };
            createdAt: components["schemas"]["Instant"];
            confirmedAt?: components["schemas"]["Instant"];
            disputedAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            revision: number;
        };
        Organisation: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @example 文字 */
            name: string;
            /** @enum {string} */
            kind: "property-company" | "owners-committee" | "association" | "business" | "public";
            /** @description Unified social credit code (GB 32100), 18 characters. */
            creditCode?: string;
            representatives: components["schemas"]["Uuid"][];
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        Owner: {
            residentId: components["schemas"]["Uuid"];
            /** @description Share of the unit in basis points. */
            shareBps: number;
        } | {
            organisationId: components["schemas"]["Uuid"];
            /** @description Share of the unit in basis points. */
            shareBps: number;
        };
        ParkingAlternative: {
            space?: components["schemas"]["Uuid"];
            lot?: components["schemas"]["Uuid"];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        ParkingAvailability: {
            rules: components["schemas"]["RecurringTime"][];
            overrides: {
                from: components["schemas"]["Instant"];
                /** @description Not included. */
                until: components["schemas"]["Instant"];
                open: boolean;
            }[];
        };
        ParkingBooking: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "held" | "pending-owner" | "confirmed" | "active" | "overstay" | "completed" | "expired" | "rejected" | "cancelled-by-renter" | "cancelled-by-owner" | "cancelled-by-operator" | "no-show" | "disputed" | "resolved";
            /** @description One of an owned lot; else give `lot`. */
            space?: components["schemas"]["Uuid"];
            lot: components["schemas"]["Uuid"];
            from: components["schemas"]["Instant"];
            /** @description Not included. */
            until: components["schemas"]["Instant"];
            renter: components["schemas"]["Uuid"];
            by: components["schemas"]["Uuid"];
            /** @description Last three characters of the plate, until it is erased. */
            plateEnd?: string;
            /** @description Price of the stay in minor units. */
            amount: number;
            /** @description Reserved until the end. */
            held: number;
            unit: components["schemas"]["UnitCode"];
            policy: number;
            /** @description When a hold or an owner's time to answer ends. */
            expiresAt?: components["schemas"]["Instant"];
            checkedInAt?: components["schemas"]["Instant"];
            checkedOutAt?: components["schemas"]["Instant"];
            overstayMinutes?: number;
            /** @description What was paid at the end, overstay included. */
            paid?: number;
            /** @description Overstay that the renter could not pay. */
            owed?: number;
            shares?: {
                owner: number;
                property: number;
                fund: number;
            };
            /** @example 文字 */
            reason?: string;
            /** @description Paid back to the renter when a dispute was resolved. */
            adjustment?: number;
            createdAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            revision: number;
        };
        ParkingDecision: {
            /**
             * @description Number or address of the decision's document.
             * @example 文字
             */
            document: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The poll that passed it. */
            poll?: components["schemas"]["Uuid"];
        };
        ParkingFreeBusy: {
            space: components["schemas"]["Uuid"];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            open: {
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
            }[];
            busy: {
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
                /** @enum {string} */
                kind: "held" | "booked";
            }[];
            free: {
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
            }[];
        };
        ParkingLot: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            kind: "owned" | "pooled";
            /** @description Local days and windows are counted in it. */
            zone: string;
            name: components["schemas"]["Text"];
            at: components["schemas"]["Point"];
            ev: boolean;
            heightCm: number;
            /** @description Left out: the district's. */
            price?: components["schemas"]["PricePlan"];
            /** @description Of a pooled lot. */
            capacity?: number;
            /** @enum {string} */
            state: "open" | "closed";
            revision: number;
        };
        ParkingQuote: {
            /** @description One of an owned lot; else give `lot`. */
            space?: components["schemas"]["Uuid"];
            /** @description A pooled lot; else give `space`. */
            lot?: components["schemas"]["Uuid"];
            from: components["schemas"]["Instant"];
            /** @description Not included. */
            until: components["schemas"]["Instant"];
            minutes: number;
            /** @description Minor units of `unit`. */
            amount: number;
            unit: components["schemas"]["UnitCode"];
            shares: {
                owner: number;
                property: number;
                fund: number;
            };
            /** @description Version of the rules. */
            policy: number;
            /** @description As seen now; only a booking is a promise. */
            free: boolean;
            alternatives: components["schemas"]["ParkingAlternative"][];
        };
        ParkingSpace: {
            id: components["schemas"]["Uuid"];
            lot: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @example 文字 */
            label: string;
            /** @enum {string} */
            kind: "private" | "common";
            /** @description Of a private space. */
            owner?: components["schemas"]["Uuid"];
            ev: boolean;
            heightCm: number;
            at: components["schemas"]["Point"];
            zone: string;
            /**
             * @description Whether the owner accepts each booking.
             * @enum {string}
             */
            approval: "auto" | "owner";
            price: components["schemas"]["PricePlan"];
            availability: components["schemas"]["ParkingAvailability"];
            /** @description Of a common space: bookable only while it covers the booking. */
            decision?: components["schemas"]["ParkingDecision"];
            /** @enum {string} */
            state: "open" | "withdrawn";
            revision: number;
        };
        PaymentRequest: {
            id: components["schemas"]["Uuid"];
            /** @description Who is asked to pay. */
            from: components["schemas"]["AccountId"];
            /** @description Who asks. */
            to: components["schemas"]["AccountId"];
            unit: components["schemas"]["UnitCode"];
            amount: components["schemas"]["Amount"];
            category: components["schemas"]["Slug"];
            /** @example 文字 */
            memo?: string;
            /** @enum {string} */
            state: "pending" | "accepted" | "rejected" | "cancelled" | "expired";
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            by: components["schemas"]["Uuid"];
            actingFor?: components["schemas"]["Uuid"];
            endedAt?: components["schemas"]["Instant"];
            endedBy?: components["schemas"]["Uuid"];
            reason?: string;
            /** @description The payment, when accepted. */
            transfer?: components["schemas"]["Uuid"];
        };
        PersonalData: {
            resident: components["schemas"]["Resident"] | components["schemas"]["ErasedResident"];
            /** @description Reference in the community's imported roll. */
            rollRef?: string;
            /** @description Opening balance that the roll brought, minor units. */
            openingPoints?: number;
            /** @description The record as first entered, kept for a day after a correction. */
            firstEntered?: components["schemas"]["Resident"];
            household: components["schemas"]["Household"] | null;
            unitsOwned: components["schemas"]["Unit"][];
            /** @description People who may act for this person. */
            proxiesFor: components["schemas"]["Proxy"][];
            /** @description People for whom this person may act. */
            proxyOf: components["schemas"]["Proxy"][];
            /** @description Organisations whose accounts they dispose of. */
            represents: components["schemas"]["Organisation"][];
            kinships: components["schemas"]["Kinship"][];
            roleGrants: components["schemas"]["RoleGrant"][];
            /** @description Ledger accounts of the person. */
            accounts: string[];
            /** @description Paths at which their statements are read. */
            statements: string[];
            /** @description False when there are more than 200 links to other records. */
            complete: boolean;
        };
        /** @description WGS 84, millionths of a degree. */
        Point: {
            latE6: number;
            lonE6: number;
        };
        PolicyProfile: {
            code: components["schemas"]["Slug"];
            version: number;
            name: components["schemas"]["Text"];
            pricing: {
                usual: {
                    /** @constant */
                    by: "time";
                    percent: number;
                } | {
                    /** @constant */
                    by: "service";
                    minutes: number;
                };
                categories: {
                    category: components["schemas"]["Slug"];
                    pricing: {
                        /** @constant */
                        by: "time";
                        percent: number;
                    } | {
                        /** @constant */
                        by: "service";
                        minutes: number;
                    };
                }[];
            };
            rounding: {
                /** @description 60: whole hours, 15: quarters, 1: minutes. */
                stepMinutes: number;
                /** @enum {string} */
                mode: "down" | "half-up";
            };
            caps: {
                sessionMinutes: number;
                dayMinutes: number | null;
                weekMinutes: number | null;
                monthMinutes: number | null;
                yearMinutes: number | null;
                /** @description In a lifetime. */
                totalMinutes: number | null;
            };
            storage: {
                capMinutes: number | null;
                /**
                 * @description Hours above go to the care pool, or count as honour only.
                 * @enum {string}
                 */
                above: "donate" | "honour";
            };
            redemption: {
                ageSelf: number;
                ageHardship: number;
                /** @description A spouse of that age may use the member's hours. */
                spouse: boolean;
                lifetimeMinutes: number;
                days: components["schemas"]["RedemptionDays"];
            };
            gifts: {
                /** @enum {string} */
                scope: "none" | "lineal" | "household" | "kin" | "anyone";
            };
            /** @constant */
            cashOut: false;
            seed: {
                perPersonMinutes: number;
                careListOnly: boolean;
            };
            /** @description Lifetime minutes of the first, second, ... star. */
            stars: number[];
            volunteers: {
                ageMin: number;
                /** @enum {string} */
                minors: "never" | "with-guardian" | "in-groups" | "with-guardian-or-in-groups";
            };
            household: {
                mayServeEachOther: boolean;
            };
            groups: {
                /** @enum {string} */
                minutesGo: "to-care-pool" | "to-members";
            };
            signing: {
                /** @description How long before the window one may sign in. */
                earlyMinutes: number;
                codeMinutes: number;
                codeAttempts: number;
                /** @description How long a steward may record signing in and out afterwards. */
                recordDays: number;
            };
            confirmation: {
                autoHours: number;
            };
            publication: {
                stewardChecks: boolean;
            };
            /** @enum {string} */
            settlement: "at-confirmation" | "calendar";
            /**
             * @description A member whose hours nothing has moved for so many months gets one notice.
             * @default null
             */
            inactivity: {
                noticeMonths: number;
            } | null;
            sources: {
                [key: string]: {
                    /** @enum {string} */
                    kind: "official" | "press" | "secondary" | "assumption";
                    /** @example 文字 */
                    text: string;
                    /** Format: uri */
                    url?: string;
                    /** @constant */
                    warning: "check against the current official text 请核对现行官方文本";
                };
            };
        };
        Poll: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "draft" | "noticed" | "sealed" | "open" | "closed" | "counted" | "published" | "final" | "annulled" | "cancelled";
            /** @enum {string} */
            class: "OWNERS_ORDINARY" | "OWNERS_SPECIAL" | "RESIDENTS_ASSEMBLY" | "SERVICE_CHOICE" | "COMMUNITY_FUND_BUDGET" | "OPINION";
            title: components["schemas"]["Text"];
            /**
             * @description The whole text of the matter.
             * @example 文字
             */
            text: string;
            /** @description Owners: item of article 278; 6 to 8 are special. */
            matter?: number;
            subject?: {
                /** @description Such as `common-parts-parking`, `service-listing`, `fund-rule`. */
                purpose: components["schemas"]["Slug"];
                /**
                 * @description Ids of what it covers; none means everything of the community.
                 * @default []
                 */
                refs: string[];
            };
            electorate: {
                /** @constant */
                kind: "OWNERS";
                /** @description Organisation that votes for the units not sold. */
                developer?: components["schemas"]["Uuid"];
                /**
                 * @description Units on the roll; parking spaces only where the place's rules count them.
                 * @default [
                 *       "residential",
                 *       "commercial"
                 *     ]
                 */
                uses: ("residential" | "commercial" | "parking")[];
            } | {
                /** @constant */
                kind: "RESIDENTS";
            } | {
                /** @constant */
                kind: "HOUSEHOLDS";
            } | {
                /** @constant */
                kind: "REPRESENTATIVES";
                /** @description Of the residents' groups. */
                representatives: components["schemas"]["Uuid"][];
            };
            /** @enum {string} */
            mode: "named" | "envelope" | "token";
            /**
             * @default SEALED
             * @enum {string}
             */
            audit: "PUBLIC" | "SEALED";
            question: {
                /** @constant */
                kind: "YES_NO";
            } | {
                /** @constant */
                kind: "CHOICE";
                options: {
                    id: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @example 文字 */
                    text?: string;
                }[];
                /** @default 1 */
                seats: number;
                method: {
                    /** @constant */
                    method: "PLURALITY";
                } | {
                    /** @constant */
                    method: "APPROVAL";
                    rules?: {
                        min?: number;
                        max?: number;
                    };
                } | {
                    /** @constant */
                    method: "SCORE";
                    rules: {
                        max: number;
                    };
                } | {
                    /** @constant */
                    method: "CUMULATIVE";
                    rules: {
                        points: number;
                        maxEach?: number;
                        spendAll?: boolean;
                    };
                } | {
                    /** @constant */
                    method: "BORDA";
                    rules?: {
                        lastPlace?: 0 | 1;
                        /** @enum {string} */
                        unranked?: "SHARE_THE_REST" | "NOTHING";
                    };
                } | {
                    /** @constant */
                    method: "COPELAND";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                } | {
                    /** @constant */
                    method: "MINIMAX";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS" | "OPPOSITION";
                } | {
                    /** @constant */
                    method: "SCHULZE";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS";
                } | {
                    /** @constant */
                    method: "RANKED_PAIRS";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS";
                } | {
                    /** @constant */
                    method: "IRV";
                    rules?: {
                        skippedRanksMax?: number | null;
                        exhaustOnDuplicate?: boolean;
                        /** @enum {string} */
                        quota?: "DROOP" | "HARE";
                        decimals?: number;
                        fractionalThreshold?: boolean;
                        /** @enum {string} */
                        winnersPerRound?: "ONE" | "SEVERAL";
                        firstRoundThreshold?: boolean;
                        continueUntilTwo?: boolean;
                        batchElimination?: boolean;
                    };
                } | {
                    /** @constant */
                    method: "STV";
                    rules?: {
                        skippedRanksMax?: number | null;
                        exhaustOnDuplicate?: boolean;
                        /** @enum {string} */
                        quota?: "DROOP" | "HARE";
                        decimals?: number;
                        fractionalThreshold?: boolean;
                        /** @enum {string} */
                        winnersPerRound?: "ONE" | "SEVERAL";
                        firstRoundThreshold?: boolean;
                        continueUntilTwo?: boolean;
                        batchElimination?: boolean;
                    };
                };
                ties: {
                    /**
                     * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                     * @enum {string}
                     */
                    by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                    /** @description First, who stood better in the latest round that tells them apart. */
                    previousRounds?: boolean;
                };
            } | {
                /** @constant */
                kind: "BUDGET";
                projects: {
                    id: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @example 文字 */
                    text?: string;
                    /** @description Fen. */
                    cost: number;
                    /** @default [] */
                    categories: components["schemas"]["Slug"][];
                }[];
                /** @description Fen. */
                budget: number;
                method: {
                    /** @constant */
                    method: "GREEDY";
                    /** @description A project that does not fit is passed over (true) or ends the count. */
                    skip: boolean;
                    threshold?: number;
                } | {
                    /** @constant */
                    method: "EQUAL_SHARES";
                    /** @enum {string} */
                    completion: "NONE" | "ADD1" | "ADD1U" | "UTILITARIAN";
                    increment?: number;
                    wholeStart?: boolean;
                    untilExhaustive?: boolean;
                    /** @enum {string} */
                    comparison?: "NONE" | "PROJECTS" | "COST";
                } | {
                    /** @constant */
                    method: "PHRAGMEN";
                    skip: boolean;
                };
                ties: {
                    /**
                     * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                     * @enum {string}
                     */
                    by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                    /** @description First, who stood better in the latest round that tells them apart. */
                    previousRounds?: boolean;
                };
                /**
                 * @description How many projects a ballot may name.
                 * @default {}
                 */
                ballot: {
                    min?: number;
                    max?: number;
                };
                prefer?: ("MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST")[];
                /** @description Of each group at most one. */
                exclusions?: components["schemas"]["Slug"][][];
                minimumVotes?: number;
                categoryLimits?: {
                    [key: string]: number;
                };
            };
            /**
             * @description Share of the roll that has to take part, beside the law's own.
             * @default null
             */
            quorum: {
                num: number;
                den: number;
                strict: boolean;
            } | null;
            /**
             * @default [
             *       "web"
             *     ]
             */
            channels: ("web" | "phone" | "paper" | "staff" | "proxy")[];
            /**
             * @description A ballot may be replaced until close.
             * @default true
             */
            changeable: boolean;
            /**
             * @description People for whom one proxy may vote.
             * @default 1
             */
            proxyPersonsMax: number;
            /**
             * @description Notice of 7 days instead of 15.
             * @default false
             */
            extraordinary: boolean;
            /** @description End of the time in which the roll is put right; before opening. */
            correctUntil: components["schemas"]["Instant"];
            openAt: components["schemas"]["Instant"];
            /** @description As extended. */
            closeAt: components["schemas"]["Instant"];
            /** @default null */
            extension: {
                days: number;
                times: number;
                /** @description The poll goes on while less than this share of the roll has voted. */
                below: {
                    num: number;
                    den: number;
                    strict: boolean;
                };
            } | null;
            /** @description Of the canonical JSON (RFC 8785) of the rules; from notice on. */
            rulesHash?: string;
            roll: components["schemas"]["RollSummary"];
            by: components["schemas"]["Uuid"];
            createdAt: components["schemas"]["Instant"];
            noticedAt?: components["schemas"]["Instant"];
            extensions: number;
            closedAt?: components["schemas"]["Instant"];
            countedAt?: components["schemas"]["Instant"];
            /** @description The count waits for an answer to a tie. */
            asks: boolean;
            /** @description From publication on; absent where a poll only chooses. */
            passed?: boolean;
            publishedAt?: components["schemas"]["Instant"];
            publishedUntil?: components["schemas"]["Instant"];
            /** @description Roll and ballots are kept at least until this day. */
            evidenceUntil?: components["schemas"]["LocalDate"];
            /** @example 文字 */
            reason?: string;
            revision: number;
        };
        PollBrief: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "draft" | "noticed" | "sealed" | "open" | "closed" | "counted" | "published" | "final" | "annulled" | "cancelled";
            /** @enum {string} */
            class: "OWNERS_ORDINARY" | "OWNERS_SPECIAL" | "RESIDENTS_ASSEMBLY" | "SERVICE_CHOICE" | "COMMUNITY_FUND_BUDGET" | "OPINION";
            title: components["schemas"]["Text"];
            /** @enum {string} */
            mode: "named" | "envelope" | "token";
            openAt: components["schemas"]["Instant"];
            /** @description As extended. */
            closeAt: components["schemas"]["Instant"];
            /** @description From publication on; absent where a poll only chooses. */
            passed?: boolean;
            revision: number;
        };
        PollMinutes: {
            poll: components["schemas"]["Poll"];
            rules: components["schemas"]["PollRules"];
            turnout: components["schemas"]["Turnout"];
            result: components["schemas"]["PollResult"];
            callbacks: components["schemas"]["Callback"][];
            objections: components["schemas"]["Objection"][];
            moreObjections: boolean;
        };
        PollResult: {
            poll: components["schemas"]["Uuid"];
            method: string;
            /** @description Null where the poll chooses and nothing can fail. */
            passed: boolean | null;
            reason: string | null;
            tests: components["schemas"]["VerdictTest"][];
            entitled: number;
            ballots: number;
            winners: components["schemas"]["Slug"][];
            funded: {
                project: components["schemas"]["Slug"];
                amount: number;
            }[];
            ties: {
                /** @enum {string} */
                purpose: "ELECT" | "ELIMINATE" | "FUND" | "LOCK";
                round: number;
                tied: components["schemas"]["Slug"][];
                chosen: components["schemas"]["Slug"];
                by: string;
            }[];
            /** @description The method's own account: scores, rounds, transfers, prices; large integers and fractions as text. */
            detail: {
                [key: string]: unknown;
            };
            /** @description SHA-256, base64url. */
            rulesHash: string;
            /** @description SHA-256, base64url. */
            rollRoot: string;
            /** @description Secret ballots: root of the Merkle tree over all that were counted. */
            ballotRoot?: string;
            /** @description Of the canonical JSON of what stands above it. */
            resultHash: string;
        };
        PollRules: {
            /** @enum {string} */
            class: "OWNERS_ORDINARY" | "OWNERS_SPECIAL" | "RESIDENTS_ASSEMBLY" | "SERVICE_CHOICE" | "COMMUNITY_FUND_BUDGET" | "OPINION";
            title: components["schemas"]["Text"];
            /**
             * @description The whole text of the matter.
             * @example 文字
             */
            text: string;
            /** @description Owners: item of article 278; 6 to 8 are special. */
            matter?: number;
            subject?: {
                /** @description Such as `common-parts-parking`, `service-listing`, `fund-rule`. */
                purpose: components["schemas"]["Slug"];
                /**
                 * @description Ids of what it covers; none means everything of the community.
                 * @default []
                 */
                refs: string[];
            };
            electorate: {
                /** @constant */
                kind: "OWNERS";
                /** @description Organisation that votes for the units not sold. */
                developer?: components["schemas"]["Uuid"];
                /**
                 * @description Units on the roll; parking spaces only where the place's rules count them.
                 * @default [
                 *       "residential",
                 *       "commercial"
                 *     ]
                 */
                uses: ("residential" | "commercial" | "parking")[];
            } | {
                /** @constant */
                kind: "RESIDENTS";
            } | {
                /** @constant */
                kind: "HOUSEHOLDS";
            } | {
                /** @constant */
                kind: "REPRESENTATIVES";
                /** @description Of the residents' groups. */
                representatives: components["schemas"]["Uuid"][];
            };
            /** @enum {string} */
            mode: "named" | "envelope" | "token";
            /**
             * @default SEALED
             * @enum {string}
             */
            audit: "PUBLIC" | "SEALED";
            question: {
                /** @constant */
                kind: "YES_NO";
            } | {
                /** @constant */
                kind: "CHOICE";
                options: {
                    id: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @example 文字 */
                    text?: string;
                }[];
                /** @default 1 */
                seats: number;
                method: {
                    /** @constant */
                    method: "PLURALITY";
                } | {
                    /** @constant */
                    method: "APPROVAL";
                    rules?: {
                        min?: number;
                        max?: number;
                    };
                } | {
                    /** @constant */
                    method: "SCORE";
                    rules: {
                        max: number;
                    };
                } | {
                    /** @constant */
                    method: "CUMULATIVE";
                    rules: {
                        points: number;
                        maxEach?: number;
                        spendAll?: boolean;
                    };
                } | {
                    /** @constant */
                    method: "BORDA";
                    rules?: {
                        lastPlace?: 0 | 1;
                        /** @enum {string} */
                        unranked?: "SHARE_THE_REST" | "NOTHING";
                    };
                } | {
                    /** @constant */
                    method: "COPELAND";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                } | {
                    /** @constant */
                    method: "MINIMAX";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS" | "OPPOSITION";
                } | {
                    /** @constant */
                    method: "SCHULZE";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS";
                } | {
                    /** @constant */
                    method: "RANKED_PAIRS";
                    /**
                     * @description What leaving an option out says of it.
                     * @enum {string}
                     */
                    unranked: "LAST" | "NO_OPINION";
                    /** @enum {string} */
                    by: "WINNING_VOTES" | "MARGINS";
                } | {
                    /** @constant */
                    method: "IRV";
                    rules?: {
                        skippedRanksMax?: number | null;
                        exhaustOnDuplicate?: boolean;
                        /** @enum {string} */
                        quota?: "DROOP" | "HARE";
                        decimals?: number;
                        fractionalThreshold?: boolean;
                        /** @enum {string} */
                        winnersPerRound?: "ONE" | "SEVERAL";
                        firstRoundThreshold?: boolean;
                        continueUntilTwo?: boolean;
                        batchElimination?: boolean;
                    };
                } | {
                    /** @constant */
                    method: "STV";
                    rules?: {
                        skippedRanksMax?: number | null;
                        exhaustOnDuplicate?: boolean;
                        /** @enum {string} */
                        quota?: "DROOP" | "HARE";
                        decimals?: number;
                        fractionalThreshold?: boolean;
                        /** @enum {string} */
                        winnersPerRound?: "ONE" | "SEVERAL";
                        firstRoundThreshold?: boolean;
                        continueUntilTwo?: boolean;
                        batchElimination?: boolean;
                    };
                };
                ties: {
                    /**
                     * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                     * @enum {string}
                     */
                    by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                    /** @description First, who stood better in the latest round that tells them apart. */
                    previousRounds?: boolean;
                };
            } | {
                /** @constant */
                kind: "BUDGET";
                projects: {
                    id: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @example 文字 */
                    text?: string;
                    /** @description Fen. */
                    cost: number;
                    /** @default [] */
                    categories: components["schemas"]["Slug"][];
                }[];
                /** @description Fen. */
                budget: number;
                method: {
                    /** @constant */
                    method: "GREEDY";
                    /** @description A project that does not fit is passed over (true) or ends the count. */
                    skip: boolean;
                    threshold?: number;
                } | {
                    /** @constant */
                    method: "EQUAL_SHARES";
                    /** @enum {string} */
                    completion: "NONE" | "ADD1" | "ADD1U" | "UTILITARIAN";
                    increment?: number;
                    wholeStart?: boolean;
                    untilExhaustive?: boolean;
                    /** @enum {string} */
                    comparison?: "NONE" | "PROJECTS" | "COST";
                } | {
                    /** @constant */
                    method: "PHRAGMEN";
                    skip: boolean;
                };
                ties: {
                    /**
                     * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                     * @enum {string}
                     */
                    by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                    /** @description First, who stood better in the latest round that tells them apart. */
                    previousRounds?: boolean;
                };
                /**
                 * @description How many projects a ballot may name.
                 * @default {}
                 */
                ballot: {
                    min?: number;
                    max?: number;
                };
                prefer?: ("MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST")[];
                /** @description Of each group at most one. */
                exclusions?: components["schemas"]["Slug"][][];
                minimumVotes?: number;
                categoryLimits?: {
                    [key: string]: number;
                };
            };
            /**
             * @description Share of the roll that has to take part, beside the law's own.
             * @default null
             */
            quorum: {
                num: number;
                den: number;
                strict: boolean;
            } | null;
            /**
             * @default [
             *       "web"
             *     ]
             */
            channels: ("web" | "phone" | "paper" | "staff" | "proxy")[];
            /**
             * @description A ballot may be replaced until close.
             * @default true
             */
            changeable: boolean;
            /**
             * @description People for whom one proxy may vote.
             * @default 1
             */
            proxyPersonsMax: number;
            /**
             * @description Notice of 7 days instead of 15.
             * @default false
             */
            extraordinary: boolean;
            /** @description End of the time in which the roll is put right; before opening. */
            correctUntil: components["schemas"]["Instant"];
            openAt: components["schemas"]["Instant"];
            closeAt: components["schemas"]["Instant"];
            /** @default null */
            extension: {
                days: number;
                times: number;
                /** @description The poll goes on while less than this share of the roll has voted. */
                below: {
                    num: number;
                    den: number;
                    strict: boolean;
                };
            } | null;
            community: components["schemas"]["Slug"];
            poll: components["schemas"]["Uuid"];
            silentWithMajority: {
                /** @example 文字 */
                basis: string;
            } | null;
        };
        PollTie: {
            poll: components["schemas"]["Uuid"];
            /** @enum {string} */
            purpose: "ELECT" | "ELIMINATE" | "FUND" | "LOCK";
            round: number;
            tied: components["schemas"]["Slug"][];
            /**
             * @description What `tie-answers` is to say.
             * @enum {string}
             */
            needs: "seed" | "chosen";
        };
        Pool: {
            account: components["schemas"]["AccountId"];
            pool: components["schemas"]["Slug"];
            /** @description Stored balance: the sum of the journal up to foldedTo. */
            folded: number;
            /** @description Null when nothing has been folded yet. */
            foldedTo: components["schemas"]["Instant"] | null;
            /** @description Entries after foldedTo, summed into balance. */
            tailEntries: number;
            /** @description Balance now; null when the tail is too long to sum in a request. */
            balance: number | null;
            /** @description What a hard budget has left, over all its shards; null for open pools. */
            budget: {
                available: number;
                shards: number[];
            } | null;
        };
        PricePlan: {
            unit: components["schemas"]["UnitCode"];
            steps: {
                /** @description null: up to the end. */
                untilMinutes: number | null;
                everyMinutes: number;
                /** @description Minor units of `unit`. */
                amount: number;
            }[];
            dayCap: number | null;
        };
        /** @description RFC 9457 problem details. 请按 code 编程，title 与 detail 用于显示 · program against code, show title and detail. */
        Problem: {
            /** @description `/problems/` + code */
            type: string;
            title: string;
            status: number;
            code: components["schemas"]["ErrorCode"];
            /** @description 该怎么办 · what to do */
            detail: string;
            requestId: string;
            /** @description detail 中的数字与名称 · the numbers and names in detail */
            params?: {
                [key: string]: string | number;
            };
            /** @description 逐项原因（仅 request/invalid）· field by field, of request/invalid only */
            errors?: {
                /** @description JSON pointer (RFC 6901), `query.x`, `path.x`, `header.x` */
                field: string;
                reason: string;
            }[];
            /** @description 可以改订的时段 · what could be booked instead */
            alternatives?: components["schemas"]["ParkingAlternative"][];
        };
        Proxy: {
            id: components["schemas"]["Uuid"];
            /** @description For whom. */
            person: components["schemas"]["Uuid"];
            /** @description Who acts. */
            proxy: components["schemas"]["Uuid"];
            scopes: ("residents" | "ledger" | "timebank" | "parking" | "polls" | "fund" | "services")[];
            validFrom: components["schemas"]["Instant"];
            /** @description Not included. */
            validUntil: components["schemas"]["Instant"];
            /**
             * @description What was shown: a power of attorney, a guardianship certificate ...
             * @example 文字
             */
            evidence: string;
            /** @enum {string} */
            state: "active" | "revoked";
            by: components["schemas"]["Uuid"];
            revokedAt?: components["schemas"]["Instant"];
        };
        PublishedDay: {
            checkpoint: components["schemas"]["LedgerCheckpoint"];
            /** @description Ed25519 over the canonical JSON of the checkpoint, base64url. */
            signature: {
                kid: string;
                sig: string;
            };
            key: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint of the key. */
                kid: string;
            };
            day: components["schemas"]["LedgerDay"];
        };
        RecurringTime: {
            /**
             * @description DTSTART: local time of the first beginning, in `zone`.
             * @example 2026-11-30T09:00
             */
            start: string;
            zone: string;
            /** @description Whole local days that it lasts. */
            days?: number;
            /** @description Exact minutes that it lasts, after `days`. */
            minutes?: number;
            /**
             * @description RRULE; left out, it is once.
             * @example FREQ=WEEKLY;BYDAY=MO,WE
             */
            rule?: string;
            /** @description EXDATE: beginnings, or all of a local day, left out. */
            exclude?: (components["schemas"]["LocalDate"] | string)[];
            /** @description RDATE: further beginnings. */
            also?: string[];
            /** @description First local day on which it may begin. */
            validFrom?: components["schemas"]["LocalDate"];
            /** @description First local day on which it may not begin any more. */
            validUntil?: components["schemas"]["LocalDate"];
        };
        Redemption: {
            /** @description Also the id of the transfer. */
            id: components["schemas"]["Uuid"];
            item: components["schemas"]["Uuid"];
            quantity: number;
            /** @description Points for one piece, in the unit's minor unit. */
            price: number;
            amount: components["schemas"]["Amount"];
            unit: components["schemas"]["UnitCode"];
            account: components["schemas"]["AccountId"];
            community: components["schemas"]["Slug"];
            /** @enum {string} */
            state: "redeemed" | "fulfilled" | "cancelled";
            /** @description Shown to the provider on delivery; null for those who may not spend from the account. */
            voucher: string | null;
            at: components["schemas"]["Instant"];
            /** @description The buyer may cancel before this instant. */
            cancelUntil: components["schemas"]["Instant"];
            by: components["schemas"]["Uuid"];
            actingFor?: components["schemas"]["Uuid"];
            fulfilledAt?: components["schemas"]["Instant"];
            fulfilledBy?: components["schemas"]["Uuid"];
            cancelledAt?: components["schemas"]["Instant"];
            cancelledBy?: components["schemas"]["Uuid"];
        };
        RedemptionDays: {
            /** @constant */
            on: "any-day";
        } | {
            /** @constant */
            on: "monthly";
            day: number;
        } | {
            /** @constant */
            on: "quarterly";
            /** @description Of the quarter's first month. */
            day: number;
        };
        Resident: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @constant */
            state: "active";
            /** @example 文字 */
            name: string;
            birthDate?: components["schemas"]["LocalDate"];
            /** @description E.164, or a mainland China mobile number of 11 digits. */
            phone?: string;
            /** @enum {string} */
            sex?: "female" | "male" | "other";
            /** @description Where the person lives. */
            unitId?: components["schemas"]["Uuid"];
            householdId?: components["schemas"]["Uuid"];
            languages: string[];
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        RoleGrant: {
            id: components["schemas"]["Uuid"];
            subject: components["schemas"]["Uuid"];
            /** @enum {string} */
            role: "resident" | "guardian" | "steward" | "provider" | "fund-reviewer" | "fund-treasurer" | "poll-officer" | "auditor" | "district-admin";
            communities: components["schemas"]["Slug"][];
            /** @enum {string} */
            state: "granted" | "revoked";
            grantedAt: components["schemas"]["Instant"];
            by: components["schemas"]["Uuid"];
            revokedAt?: components["schemas"]["Instant"];
        };
        RollEntry: {
            poll: components["schemas"]["Uuid"];
            /** @description Unit, resident or household, by the electorate. */
            entry: components["schemas"]["Uuid"];
            /** @example 文字 */
            building?: string;
            /** @description 0.01 m²; owners only. */
            area?: number;
            /** @enum {string} */
            areaSource?: "registry" | "surveyed" | "contract";
            /** @description Who may vote for it; organisations by their representatives. */
            voters: components["schemas"]["Uuid"][];
            voted: boolean;
            /** @enum {string} */
            channel?: "web" | "phone" | "paper" | "staff" | "proxy";
            opensAt: components["schemas"]["Instant"];
            closesAt: components["schemas"]["Instant"];
            /** @description Named ballots: for the entry's voters, officers and auditors. */
            choice?: components["schemas"]["Choice"];
        };
        RollError: {
            /** @description Line of the file on which the row begins; the header is line 1. */
            line: number;
            /**
             * @description `row` when the whole row is meant.
             * @enum {string}
             */
            column: "resident_ref" | "name" | "birth_date" | "phone" | "sex" | "building" | "unit" | "area_m2" | "area_source" | "owner_share_percent" | "household" | "opening_points" | "row";
            /** @enum {string} */
            reason: "csv-quotes" | "csv-columns" | "required" | "too-long" | "not-utf8" | "characters" | "duplicate-ref" | "date-format" | "date-impossible" | "date-range" | "phone-format" | "excel-number" | "sex-value" | "building-missing" | "unit-missing" | "area-missing" | "area-source-missing" | "number-format" | "number-negative" | "number-decimals" | "number-range" | "area-source-value" | "unit-conflict" | "shares-sum" | "co-owner-rejected" | "owners-many" | "household-full" | "household-other" | "points-unit" | "points-step" | "opening-changed" | "erased";
            value?: string;
        };
        RollProof: {
            poll: components["schemas"]["Uuid"];
            entry: components["schemas"]["Uuid"];
            /** @description Canonical JSON whose SHA-256 after a zero byte is the leaf's hash. */
            leaf: string;
            index: number;
            size: number;
            path: string[];
            /** @description SHA-256, base64url. */
            root: string;
        };
        RollReport: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            imported: number;
            updated: number;
            unchanged: number;
            rejected: number;
            rows: components["schemas"]["RollRow"][];
            reasons: {
                [key: string]: components["schemas"]["Text"];
            };
        };
        RollRow: {
            line: number;
            /** @enum {string} */
            outcome: "imported" | "updated" | "unchanged" | "rejected";
            residentId?: components["schemas"]["Uuid"];
            errors?: components["schemas"]["RollError"][];
        };
        RollSummary: {
            built: boolean;
            entries: number;
            /** @description People whose age is not known, so that they could not be entered. */
            skipped: number;
            corrections: {
                added: number;
                amended: number;
                struck: number;
            };
            /** @description Root of the Merkle tree (RFC 9162) over all entries; published before opening. */
            root?: string;
        };
        SealedEntry: {
            /** @constant */
            type: "linli.ledger.entry.v1";
            id: components["schemas"]["Uuid"];
            leg: number;
            reversal: boolean;
            kind: string;
            from: components["schemas"]["AccountId"];
            to: components["schemas"]["AccountId"];
            amount: number;
            category: string;
            /** @description Journal stamp, µs since 1970. */
            stamp: number;
            by: string;
            memo?: string;
            actingFor?: string;
            link?: {
                type: string;
                id: string;
            };
            lot?: string;
        };
        SetAsideOrder: {
            order: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            /** @description Code of a refusal, or `fault:` with the kind of a fault. */
            reason: string;
            setAsideAt: components["schemas"]["Instant"];
            confirmedAt: components["schemas"]["Instant"] | null;
            /** @description Credited minutes that wait. */
            minutes: number | null;
        };
        SettlementRun: {
            id: components["schemas"]["Uuid"];
            /**
             * @description `running`: at work, or to be resumed by the next start.
             * @enum {string}
             */
            state: "running" | "finished";
            startedAt: components["schemas"]["Instant"];
            /** @description When its last page was kept. */
            touchedAt: components["schemas"]["Instant"];
            /** @description Orders confirmed before this instant of the calendar are settled. */
            cutoff: components["schemas"]["Instant"] | null;
            /** @description Orders. */
            settled: number;
            /** @description Credited to volunteers or the care pool. */
            minutes: number;
            confirmedBySilence: number;
            /** @description Orders set aside. */
            failed: number;
            /** @description Number of failures by reason. */
            failures: {
                [key: string]: number;
            };
            examples: {
                item: string;
                reason: string;
            }[];
            /** @description Of the table, as the database reports them for what was committed. */
            writeUnits: number;
            indexUnits: number;
        };
        Signature: {
            kid: string;
            sig: string;
        };
        /** @example lujing */
        Slug: string;
        StatementLine: {
            transfer: components["schemas"]["Transfer"];
            /** @description Signed change of this account. */
            change: number;
            /** @description Balance after this entry. */
            balance: number;
            counterparty: {
                account: components["schemas"]["AccountId"];
                name: string | null;
            };
        };
        StockAdjustment: {
            id: components["schemas"]["Uuid"];
            item: components["schemas"]["Uuid"];
            delta: number;
            reason: string;
            by: components["schemas"]["Uuid"];
            at: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "zh": "鹭境社区",
         *       "en": "Lujing"
         *     }
         */
        Text: {
            /** @example 文字 */
            zh: string;
            /** @example 文字 */
            en: string;
        };
        TimebankCareMonth: {
            month: string;
            opening: number;
            /** @description Donations, hours above the storage cap, group services and funding. */
            received: number;
            /** @description Paid for services. */
            used: number;
            /** @description Reversals, with their sign. */
            corrections: number;
            /** @description At the end of the month, or of the last told day; running orders' holds included. */
            available: number;
        };
        TimebankCareStatement: {
            community: components["schemas"]["Slug"];
            /** @description Told up to the beginning of this local day. */
            day: components["schemas"]["LocalDate"];
            madeAt: components["schemas"]["Instant"];
            /** @description Who is served out of the pool first. */
            rules: {
                /** @example 文字 */
                zh: string;
                /** @example 文字 */
                en: string;
            };
            /** @description False when the pool had more entries than are added up: then no month is told. */
            complete: boolean;
            /** @description Newest first. */
            months: components["schemas"]["TimebankCareMonth"][];
        };
        TimebankClaims: {
            under3Months: number;
            /** @description 3 to 6 months old. */
            under6Months: number;
            /** @description 6 to 12 months old. */
            under12Months: number;
            older: number;
        };
        TimebankMember: {
            id: components["schemas"]["Uuid"];
            /** @description Minutes served in a lifetime; never falls. */
            honourMinutes: number;
            stars: number;
            /** @description Orders. */
            served: number;
            ratings: {
                count: number;
                sum: number;
            };
            seedGranted: number;
            careListed: boolean;
        };
        TimebankMonthStatement: {
            resident: components["schemas"]["Uuid"];
            month: string;
            zone: string;
            from: components["schemas"]["Instant"];
            /** @description Not included; the month as the district's zone has it. */
            until: components["schemas"]["Instant"];
            /** @description True when nothing can enter the month any more. */
            final: boolean;
            opening: number;
            closing: number;
            /** @description By services given. */
            earned: number;
            /** @description For services received. */
            redeemed: number;
            giftsReceived: number;
            giftsGiven: number;
            donated: number;
            /** @description From the seed budget. */
            granted: number;
            /** @description Taken above the storage cap. */
            overflow: number;
            expired: number;
            /** @description Openings, adjustments and reversals, with their sign. */
            other: number;
            /** @description Services paid in this month. */
            servicesGiven: number;
            servicesReceived: number;
        };
        TimebankSolvency: {
            community: components["schemas"]["Slug"];
            /** @description All figures are those at the beginning of this local day. */
            day: components["schemas"]["LocalDate"];
            madeAt: components["schemas"]["Instant"];
            /** @description Active accounts of people. */
            members: number | null;
            /** @description Accounts that could not be added up; in no figure. */
            leftOut: number;
            /** @description Minutes that members hold, reserved ones included. */
            liabilities: number | null;
            /** @description Liabilities by age; the oldest minutes are the first to be spent. */
            claims: components["schemas"]["TimebankClaims"] | null;
            /** @description Over the last 12 months. */
            earned: number | null;
            /** @description Over the last 12 months. */
            redeemed: number | null;
            /** @description 10000 * redeemed / earned, rounded down. */
            redeemRateBps: number | null;
            /** @description Minutes minted by seed grants over the last 12 months. */
            seeded: number | null;
            /** @description Minutes minted by seed grants to these members since they joined. */
            seededEver: number | null;
            /** @description (10000 - min(redeemRateBps, 10000)) * share of claims older than 6 months (bps) / 10000, each rounded down: 0 where what is earned is redeemed or young, 10000 where nothing is redeemed and every claim is old. */
            hardToRedeemBps: number | null;
        };
        TokenKey: {
            /** @constant */
            kty: "RSA";
            /** @constant */
            alg: "PS384";
            n: string;
            e: string;
        };
        Transfer: {
            id: components["schemas"]["Uuid"];
            leg: number;
            /** @enum {string} */
            kind: "transfer" | "reward" | "redemption" | "hold-post" | "reversal" | "expiry" | "opening" | "funding" | "adjustment";
            /** @description True for the entry that undoes the transfer of this id. */
            reversal: boolean;
            from: components["schemas"]["AccountId"];
            to: components["schemas"]["AccountId"];
            unit: components["schemas"]["UnitCode"];
            amount: components["schemas"]["Amount"];
            category: components["schemas"]["Slug"];
            /** @example 文字 */
            memo?: string;
            link?: components["schemas"]["Link"];
            /** @description Journal instant, microseconds; rises from entry to entry on each account. */
            at: components["schemas"]["Instant"];
            /** @description Who did it. */
            by: components["schemas"]["Uuid"];
            actingFor?: components["schemas"]["Uuid"];
        };
        TransferSet: {
            id: components["schemas"]["Uuid"];
            entries: components["schemas"]["Transfer"][];
            reversals: components["schemas"]["Transfer"][];
        };
        Turnout: {
            poll: components["schemas"]["Uuid"];
            at: components["schemas"]["Instant"];
            entitled: number;
            voted: number;
            /** @description After closing. */
            channels?: {
                [key: string]: number;
            };
            buildings: {
                /** @example 文字 */
                building: string;
                entitled: number | null;
                /** @description Null where withheld. */
                voted: number | null;
            }[];
        };
        Unit: {
            id: components["schemas"]["Uuid"];
            community: components["schemas"]["Slug"];
            buildingId: components["schemas"]["Uuid"];
            /** @example 文字 */
            buildingName: string;
            /** @example 文字 */
            number: string;
            /** @description Area in 0.01 m²: 89.50 m² is 8950. */
            area: number;
            /** @enum {string} */
            areaSource: "registry" | "surveyed" | "contract";
            /** @enum {string} */
            use: "residential" | "commercial" | "parking";
            owners: components["schemas"]["Owner"][];
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
        };
        /**
         * @description Unit of account.
         * @example points
         * @enum {string}
         */
        UnitCode: "points" | "minutes" | "cny";
        UnitVersion: {
            /** @description Rises with each change; send it quoted in If-Match. */
            revision: number;
            /** @description Area in 0.01 m²: 89.50 m² is 8950. */
            area: number;
            /** @enum {string} */
            areaSource: "registry" | "surveyed" | "contract";
            /** @enum {string} */
            use: "residential" | "commercial" | "parking";
            owners: components["schemas"]["Owner"][];
            /** @description Until when it held. */
            replacedAt: components["schemas"]["Instant"];
            /** @description Who replaced it. */
            by: components["schemas"]["Uuid"];
        };
        /**
         * Format: uuid
         * @description Lower-case UUID; version 7 recommended.
         * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
         */
        Uuid: string;
        Verdict: {
            rule: components["schemas"]["Slug"];
            pass: boolean;
            /** @description The refusal that an attempt would meet. */
            code?: string;
            /** @description The numbers behind it. */
            params: {
                [key: string]: string | number;
            };
        };
        VerdictTest: {
            name: string;
            part: number;
            whole: number;
            left: number;
            /** @enum {string} */
            sign: ">" | ">=";
            right: number;
            holds: boolean;
        };
    };
    responses: {
        /** @description - `request/invalid` 请求内容不符合要求 · The request does not fit its schema */
        BadRequest: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/invalid";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/identified` 此请求不得表明身份 · This request must not say who sends it
         */
        BadRequestOfChangeSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/identified";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/unit-unknown` 本区没有启用该单位 · The district does not use this unit
         */
        BadRequestOfCreateCatalogueItem: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/step" | "ledger/unit-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/rule-unknown` 没有这个积分规则 · There is no such earn rule
         */
        BadRequestOfCreateEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/step" | "ledger/rule-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/unit-unknown` 本区没有启用该单位 · The district does not use this unit
         */
        BadRequestOfCreateFund: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/unit-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/same-account` 付款与收款账户相同 · Payer and payee are the same
         *     - `ledger/unit-mismatch` 计量单位不一致 · The units differ
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/unit-unknown` 本区没有启用该单位 · The district does not use this unit
         *     - `ledger/too-many-items` 一次原子操作涉及的记录过多 · Too many records for one atomic step
         */
        BadRequestOfCreateLinkedTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/same-account" | "ledger/unit-mismatch" | "ledger/step" | "ledger/unit-unknown" | "ledger/too-many-items";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `timebank/window` 服务时段不正确 · The window is not right
         */
        BadRequestOfCreateOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "timebank/window";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `residents/self-relation` 不能与自己建立关系 · A person has no relation to themselves
         */
        BadRequestOfCreateProxy: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "residents/self-relation";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/unit-mismatch` 计量单位不一致 · The units differ
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         */
        BadRequestOfCreateRedemption: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/unit-mismatch" | "ledger/step";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/unit-mismatch` 计量单位不一致 · The units differ
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/rule-unknown` 没有这个积分规则 · There is no such earn rule
         */
        BadRequestOfCreateReward: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/unit-mismatch" | "ledger/step" | "ledger/rule-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/same-account` 付款与收款账户相同 · Payer and payee are the same
         *     - `ledger/unit-mismatch` 计量单位不一致 · The units differ
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/unit-unknown` 本区没有启用该单位 · The district does not use this unit
         */
        BadRequestOfCreateTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/same-account" | "ledger/unit-mismatch" | "ledger/step" | "ledger/unit-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `residents/unit-shares` 产权份额之和不等于一 · The shares do not make a whole
         */
        BadRequestOfCreateUnit: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "residents/unit-shares";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/same-account` 付款与收款账户相同 · Payer and payee are the same
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         */
        BadRequestOfGiveHours: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/same-account" | "ledger/step";
                };
            };
        };
        /**
         * @description - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `residents/roll-header` 名册表头不正确 · The roll's header is not right
         */
        BadRequestOfImportRoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/invalid" | "request/key-missing" | "residents/roll-header";
                };
            };
        };
        /**
         * @description - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/bad-cursor` 分页游标无效 · The cursor is not valid
         */
        BadRequestOfListAccounts: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/invalid" | "request/bad-cursor";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         */
        BadRequestOfPostHold: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/step";
                };
            };
        };
        /**
         * @description - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         */
        BadRequestOfRemoveHouseholdMember: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/invalid" | "request/key-missing";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         */
        BadRequestOfReverseTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/bad-cursor` 分页游标无效 · The cursor is not valid
         */
        BadRequestOfSearchResidents: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/bad-cursor";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `request/key-missing` 缺少幂等键 · An idempotency key is missing
         *     - `ledger/same-account` 付款与收款账户相同 · Payer and payee are the same
         *     - `ledger/unit-mismatch` 计量单位不一致 · The units differ
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         */
        BadRequestOfTransferBetweenFunds: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "request/key-missing" | "ledger/same-account" | "ledger/unit-mismatch" | "ledger/step";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         */
        BadRequestOfUpdateAccount: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `ledger/step` 数额不是最小步长的整数倍 · Not a whole number of steps
         *     - `ledger/unit-unknown` 本区没有启用该单位 · The district does not use this unit
         */
        BadRequestOfUpdateCatalogueItem: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "ledger/step" | "ledger/unit-unknown";
                };
            };
        };
        /**
         * @description - `request/malformed-json` 请求体不是有效的 JSON · The body is not valid JSON
         *     - `request/invalid` 请求内容不符合要求 · The request does not fit its schema
         *     - `residents/unit-shares` 产权份额之和不等于一 · The shares do not make a whole
         */
        BadRequestOfUpdateUnit: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/malformed-json" | "request/invalid" | "residents/unit-shares";
                };
            };
        };
        /**
         * @description - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/account-not-empty` 账户尚有余额或预扣 · The account is not empty
         */
        Conflict: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/account-earmarked" | "ledger/account-closed" | "ledger/account-not-empty";
                };
            };
        };
        /**
         * @description - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `ledger/residents-only` 只有居民本人的账户能获得奖励 · Only a resident's own account earns
         *     - `ledger/claim-resolved` 积分申报已处理 · The claim has been decided
         */
        ConflictOfAcceptEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/outside-community" | "ledger/budget-exhausted" | "ledger/residents-only" | "ledger/claim-resolved";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/cap` 超过服务时长上限 · Over the cap on hours served
         *     - `timebank/session-overlap` 与另一服务时间重叠 · Overlaps another session
         *     - `timebank/too-many-sessions` 未完成的服务过多 · Too many sessions
         *     - `timebank/self-service` 不能为自己或同户家人服务记时 · Nobody serves themselves or their household
         *     - `timebank/volunteer-age` 志愿者年龄不符 · The volunteer is too young
         *     - `timebank/age-unknown` 缺少出生日期 · The date of birth is not known
         */
        ConflictOfAcceptOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/hold-resolved" | "ledger/budget-exhausted" | "timebank/wrong-state" | "timebank/disputed" | "timebank/cap" | "timebank/session-overlap" | "timebank/too-many-sessions" | "timebank/self-service" | "timebank/volunteer-age" | "timebank/age-unknown";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/not-transferable` 该单位不允许这样赠与 · This unit may not be given like that
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/request-resolved` 付款请求已处理 · The payment request has ended
         *     - `ledger/request-expired` 付款请求已过期 · The payment request has expired
         */
        ConflictOfAcceptPaymentRequest: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/not-transferable" | "ledger/outside-community" | "ledger/request-resolved" | "ledger/request-expired";
                };
            };
        };
        /**
         * @description - `ledger/out-of-stock` 库存不足 · Out of stock
         *     - `ledger/stock-unlimited` 该项目不限库存 · The item has no stock to change
         *     - `ledger/stock-full` 超过库存上限 · Above the largest stock
         */
        ConflictOfAdjustCatalogueStock: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/out-of-stock" | "ledger/stock-unlimited" | "ledger/stock-full";
                };
            };
        };
        /** @description - `polls/objection-answered` 异议已答复 · The objection has its answer */
        ConflictOfAnswerPollObjection: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/objection-answered";
                };
            };
        };
        /**
         * @description - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this
         *     - `polls/no-tie` 没有待裁决的平局 · No such tie to answer
         */
        ConflictOfAnswerPollTie: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/wrong-state" | "polls/no-tie";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/no-reviewer` 可评审的人不足 · Too few free reviewers
         */
        ConflictOfAssignReviewers: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state" | "fund/no-reviewer";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         */
        ConflictOfCancelBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "parking/wrong-state";
                };
            };
        };
        /** @description - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this */
        ConflictOfCancelPoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/wrong-state";
                };
            };
        };
        /**
         * @description - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/already-reversed` 该笔已冲正 · It has been reversed
         *     - `ledger/cancel-window` 已过取消期限 · Too late to cancel
         *     - `ledger/redemption-fulfilled` 已经交付 · It has been delivered
         */
        ConflictOfCancelRedemption: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/already-reversed" | "ledger/cancel-window" | "ledger/redemption-fulfilled";
                };
            };
        };
        /**
         * @description - `polls/not-open` 投票尚未开始 · Voting has not begun
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/already-cast` 已投票 · Already voted
         *     - `polls/own-ballot-stands` 本人已投票 · The voter has voted
         *     - `polls/proxy-limit` 代理人数已达上限 · The proxy acts for too many
         *     - `polls/channel` 不接受此投票方式 · Not by this channel
         *     - `polls/mode` 选票方式不符 · Another kind of ballot
         */
        ConflictOfCastNamedBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/not-open" | "polls/closed" | "polls/already-cast" | "polls/own-ballot-stands" | "polls/proxy-limit" | "polls/channel" | "polls/mode";
                };
            };
        };
        /**
         * @description - `polls/not-open` 投票尚未开始 · Voting has not begun
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/channel` 不接受此投票方式 · Not by this channel
         *     - `polls/mode` 选票方式不符 · Another kind of ballot
         *     - `polls/ballot-received` 已收到选票 · A ballot was received
         *     - `polls/ballot-taken` 选票编号已存在 · A ballot of this name exists
         */
        ConflictOfCastSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/not-open" | "polls/closed" | "polls/channel" | "polls/mode" | "polls/ballot-received" | "polls/ballot-taken";
                };
            };
        };
        /**
         * @description - `polls/not-open` 投票尚未开始 · Voting has not begun
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/mode` 选票方式不符 · Another kind of ballot
         *     - `polls/token-used` 投票凭证已使用 · The token was used
         */
        ConflictOfCastTokenBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/not-open" | "polls/closed" | "polls/mode" | "polls/token-used";
                };
            };
        };
        /**
         * @description - `polls/not-open` 投票尚未开始 · Voting has not begun
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/mode` 选票方式不符 · Another kind of ballot
         *     - `polls/not-changeable` 选票不可更改 · Ballots cannot be changed
         */
        ConflictOfChangeSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/not-open" | "polls/closed" | "polls/mode" | "polls/not-changeable";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         *     - `fund/admin-cap` 超过管理费上限 · Above the cap of administrative costs
         */
        ConflictOfChargeAdminCost: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-closed" | "fund/expired" | "fund/closed" | "fund/admin-cap";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/outside-window` 不在约定时间内 · Outside the agreed time
         *     - `timebank/in-future` 时间尚未到来 · That time has not come
         *     - `timebank/record-too-old` 补录已过期限 · Too late to record
         *     - `timebank/session-overlap` 与另一服务时间重叠 · Overlaps another session
         *     - `timebank/code-missing` 没有有效的口令 · There is no code
         *     - `timebank/code-expired` 口令已过期 · The code has expired
         *     - `timebank/code-wrong` 口令不正确 · The code is not right
         *     - `timebank/code-exhausted` 口令尝试次数过多 · Too many attempts
         */
        ConflictOfCheckIn: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/disputed" | "timebank/outside-window" | "timebank/in-future" | "timebank/record-too-old" | "timebank/session-overlap" | "timebank/code-missing" | "timebank/code-expired" | "timebank/code-wrong" | "timebank/code-exhausted";
                };
            };
        };
        /**
         * @description - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         *     - `parking/outside-window` 不在可入场时间内 · Outside the time of entry
         */
        ConflictOfCheckInParking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/wrong-state" | "parking/outside-window";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/not-checked-in` 尚未签到 · Not signed in yet
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/out-before-in` 签退早于签到 · Signed out before signing in
         *     - `timebank/in-future` 时间尚未到来 · That time has not come
         *     - `timebank/record-too-old` 补录已过期限 · Too late to record
         *     - `timebank/session-over-cap` 单次服务超过上限 · The session is over the cap
         *     - `timebank/session-overlap` 与另一服务时间重叠 · Overlaps another session
         *     - `timebank/code-missing` 没有有效的口令 · There is no code
         *     - `timebank/code-expired` 口令已过期 · The code has expired
         *     - `timebank/code-wrong` 口令不正确 · The code is not right
         *     - `timebank/code-exhausted` 口令尝试次数过多 · Too many attempts
         */
        ConflictOfCheckOut: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/not-checked-in" | "timebank/disputed" | "timebank/out-before-in" | "timebank/in-future" | "timebank/record-too-old" | "timebank/session-over-cap" | "timebank/session-overlap" | "timebank/code-missing" | "timebank/code-expired" | "timebank/code-wrong" | "timebank/code-exhausted";
                };
            };
        };
        /**
         * @description - `ledger/account-not-empty` 账户尚有余额或预扣 · The account is not empty
         *     - `fund/closed` 资金已关闭 · The fund is closed
         */
        ConflictOfCloseFund: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/account-not-empty" | "fund/closed";
                };
            };
        };
        /**
         * @description - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         *     - `parking/hold-expired` 保留已过期 · The hold has run out
         */
        ConflictOfConfirmBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/wrong-state" | "parking/hold-expired";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/not-checked-in` 尚未签到 · Not signed in yet
         *     - `timebank/already-confirmed` 订单已确认 · The order is already confirmed
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         */
        ConflictOfConfirmOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/hold-resolved" | "ledger/budget-exhausted" | "timebank/wrong-state" | "timebank/not-checked-in" | "timebank/already-confirmed" | "timebank/disputed";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/out-before-in` 签退早于签到 · Signed out before signing in
         *     - `timebank/outside-window` 不在约定时间内 · Outside the agreed time
         *     - `timebank/in-future` 时间尚未到来 · That time has not come
         *     - `timebank/session-over-cap` 单次服务超过上限 · The session is over the cap
         *     - `timebank/session-overlap` 与另一服务时间重叠 · Overlaps another session
         */
        ConflictOfCorrectOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/disputed" | "timebank/out-before-in" | "timebank/outside-window" | "timebank/in-future" | "timebank/session-over-cap" | "timebank/session-overlap";
                };
            };
        };
        /**
         * @description - `polls/roll-frozen` 名册已冻结 · The roll is frozen
         *     - `polls/roll-unfinished` 名册正在生成 · The roll is being made
         *     - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this
         */
        ConflictOfCorrectPollRoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/roll-frozen" | "polls/roll-unfinished" | "polls/wrong-state";
                };
            };
        };
        /**
         * @description - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/over-award-max` 超过单项上限 · Above the highest award
         *     - `fund/project-dates` 项目日期有误 · The project's dates do not fit
         */
        ConflictOfCreateApplication: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/call-state" | "fund/over-award-max" | "fund/project-dates";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `parking/closed` 该时段未开放 · Not open then
         *     - `parking/taken` 该时段已被占用 · Taken
         *     - `parking/full` 车场已满 · The lot is full
         *     - `parking/withdrawn` 暂停预订 · Closed for new bookings
         *     - `parking/not-covered` 缺少业主共同决定 · No decision covers it
         *     - `parking/own-space` 不能预订自己的车位 · One's own space
         *     - `parking/quota` 预订数量已达上限 · Too many bookings
         *     - `parking/excluded` 暂停使用共享停车 · Excluded for now
         *     - `parking/owed` 有未付的超时费 · Overstay fees are owed
         *     - `parking/price-changed` 价格已变 · The price has changed
         */
        ConflictOfCreateBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "parking/closed" | "parking/taken" | "parking/full" | "parking/withdrawn" | "parking/not-covered" | "parking/own-space" | "parking/quota" | "parking/excluded" | "parking/owed" | "parking/price-changed";
                };
            };
        };
        /** @description - `resource/exists` 已经存在 · It exists already */
        ConflictOfCreateCommunity: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/exists";
                };
            };
        };
        /**
         * @description - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         */
        ConflictOfCreateEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/cap-activity" | "ledger/account-closed";
                };
            };
        };
        /** @description - `fund/cap-too-high` 管理费上限过高 · The cap of administrative costs is too high */
        ConflictOfCreateFund: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/cap-too-high";
                };
            };
        };
        /**
         * @description - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         *     - `fund/foreign-purpose` 超出专项用途 · Not what the fund is for
         *     - `fund/call-dates` 征集的日期有误 · The call's dates do not fit
         */
        ConflictOfCreateFundCall: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/expired" | "fund/closed" | "fund/foreign-purpose" | "fund/call-dates";
                };
            };
        };
        /**
         * @description - `residents/other-community` 不属于同一社区 · Not of the same community
         *     - `residents/already-member` 已是其他户的成员 · A member of another household
         *     - `residents/household-full` 户成员已满 · The household is full
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         */
        ConflictOfCreateHousehold: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/other-community" | "residents/already-member" | "residents/household-full" | "residents/erased";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/not-transferable` 该单位不允许这样赠与 · This unit may not be given like that
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         */
        ConflictOfCreateLinkedTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/not-transferable" | "ledger/outside-community" | "ledger/budget-exhausted";
                };
            };
        };
        /**
         * @description - `timebank/session-over-cap` 单次服务超过上限 · The session is over the cap
         *     - `timebank/age-unknown` 缺少出生日期 · The date of birth is not known
         *     - `timebank/too-young` 未到兑换年龄 · Too young to redeem
         *     - `timebank/lifetime-too-low` 累计服务时长不足 · Too few hours served to redeem
         *     - `timebank/redemption-closed` 不在兑换日 · Not a redemption day
         *     - `timebank/gift-scope` 超出赠送范围 · Outside the scope of gifts
         *     - `timebank/no-care-need` 不在照护名单 · Not on the care list
         */
        ConflictOfCreateOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/session-over-cap" | "timebank/age-unknown" | "timebank/too-young" | "timebank/lifetime-too-low" | "timebank/redemption-closed" | "timebank/gift-scope" | "timebank/no-care-need";
                };
            };
        };
        /** @description - `residents/erased` 该居民资料已删除 · The person's data has been erased */
        ConflictOfCreateOrganisation: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/erased";
                };
            };
        };
        /**
         * @description - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/not-transferable` 该单位不允许这样赠与 · This unit may not be given like that
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         */
        ConflictOfCreatePaymentRequest: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/cap-activity" | "ledger/account-closed" | "ledger/not-transferable" | "ledger/outside-community";
                };
            };
        };
        /**
         * @description - `resource/exists` 已经存在 · It exists already
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         *     - `residents/proxy-minor` 代理人未成年 · The proxy is a minor
         *     - `residents/proxy-beyond-minority` 代理期限超过被监护人成年之日 · The term outlasts the person's minority
         *     - `residents/proxy-unknown` 代理人未登记 · The proxy is not known
         */
        ConflictOfCreateProxy: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/exists" | "residents/erased" | "residents/proxy-minor" | "residents/proxy-beyond-minority" | "residents/proxy-unknown";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/item-unavailable` 该兑换项目已下架 · The item is not offered now
         *     - `ledger/out-of-stock` 库存不足 · Out of stock
         *     - `ledger/price-changed` 价格已变更 · The price has changed
         *     - `ledger/item-limit` 超过每人限兑数量 · Above the limit for one person
         */
        ConflictOfCreateRedemption: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/outside-community" | "ledger/item-unavailable" | "ledger/out-of-stock" | "ledger/price-changed" | "ledger/item-limit";
                };
            };
        };
        /**
         * @description - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `ledger/residents-only` 只有居民本人的账户能获得奖励 · Only a resident's own account earns
         */
        ConflictOfCreateReward: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/outside-community" | "ledger/budget-exhausted" | "ledger/residents-only";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/not-transferable` 该单位不允许这样赠与 · This unit may not be given like that
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/nothing-to-move` 没有可转的余额 · Nothing to move
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         */
        ConflictOfCreateTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/not-transferable" | "ledger/outside-community" | "ledger/nothing-to-move" | "ledger/budget-exhausted";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/not-transferable` 该单位不允许这样赠与 · This unit may not be given like that
         *     - `ledger/outside-community` 收款账户不在本社区 · The payee is outside the community
         *     - `ledger/batch-leg` 批次中有一笔被拒绝，整批未执行 · One entry was refused, so none was made
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         */
        ConflictOfCreateTransferBatch: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/not-transferable" | "ledger/outside-community" | "ledger/batch-leg" | "ledger/budget-exhausted";
                };
            };
        };
        /**
         * @description - `resource/exists` 已经存在 · It exists already
         *     - `residents/other-community` 不属于同一社区 · Not of the same community
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         */
        ConflictOfCreateUnit: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/exists" | "residents/other-community" | "residents/erased";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         *     - `fund/foreign-purpose` 超出专项用途 · Not what the fund is for
         *     - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/unfinished` 尚有未完成的事项 · Something is not finished
         *     - `fund/not-funded` 该项目未获表决通过 · The vote does not fund it
         *     - `fund/objection-window` 公示期未结束 · Objections are still heard
         *     - `fund/same-person` 不能由同一人办理 · Not by the same person
         *     - `fund/conflict` 存在利益冲突，须回避 · A conflict of interest
         *     - `fund/too-few-scores` 有效评分不足 · Too few scores
         *     - `fund/over-asked` 超过申请金额 · More than was asked for
         *     - `fund/approvals-missing` 审批人数不足 · Approvals are missing
         *     - `fund/over-available` 超过资金可用额 · More than the fund has available
         *     - `fund/document-missing` 缺少协议文件 · The agreement is missing
         *     - `fund/over-paid` 超过可追回的金额 · More than can be claimed back
         */
        ConflictOfDecideApplication: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/hold-resolved" | "fund/expired" | "fund/closed" | "fund/foreign-purpose" | "fund/wrong-state" | "fund/call-state" | "fund/unfinished" | "fund/not-funded" | "fund/objection-window" | "fund/same-person" | "fund/conflict" | "fund/too-few-scores" | "fund/over-asked" | "fund/approvals-missing" | "fund/over-available" | "fund/document-missing" | "fund/over-paid";
                };
            };
        };
        /** @description - `fund/unpublished` 尚未公布 · Not published yet */
        ConflictOfDiscloseFundCall: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/unpublished";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/already-confirmed` 订单已确认 · The order is already confirmed
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         */
        ConflictOfDisputeOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/already-confirmed" | "timebank/disputed";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         */
        ConflictOfDonateHours: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/budget-exhausted";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         */
        ConflictOfDonateToFund: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/account-frozen" | "ledger/account-closed" | "fund/expired" | "fund/closed";
                };
            };
        };
        /**
         * @description - `ledger/account-not-empty` 账户尚有余额或预扣 · The account is not empty
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         *     - `residents/balance-left` 账户尚有余额 · There is a balance left
         */
        ConflictOfEraseResident: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/account-not-empty" | "residents/erased" | "residents/balance-left";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `parking/closed` 该时段未开放 · Not open then
         *     - `parking/taken` 该时段已被占用 · Taken
         *     - `parking/full` 车场已满 · The lot is full
         *     - `parking/withdrawn` 暂停预订 · Closed for new bookings
         *     - `parking/not-covered` 缺少业主共同决定 · No decision covers it
         *     - `parking/price-changed` 价格已变 · The price has changed
         *     - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         *     - `parking/changes` 更改次数已达上限 · Changed too often
         */
        ConflictOfExtendBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "parking/closed" | "parking/taken" | "parking/full" | "parking/withdrawn" | "parking/not-covered" | "parking/price-changed" | "parking/wrong-state" | "parking/changes";
                };
            };
        };
        /**
         * @description - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/turnout-reached` 参与率已达到 · Turnout is reached
         */
        ConflictOfExtendPoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/wrong-state" | "polls/closed" | "polls/turnout-reached";
                };
            };
        };
        /**
         * @description - `ledger/already-reversed` 该笔已冲正 · It has been reversed
         *     - `ledger/redemption-fulfilled` 已经交付 · It has been delivered
         */
        ConflictOfFulfilRedemption: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/already-reversed" | "ledger/redemption-fulfilled";
                };
            };
        };
        /** @description - `ledger/pool-open` 该资金池不设预算 · The pool has no budget */
        ConflictOfFundPool: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/pool-open";
                };
            };
        };
        /** @description - `ledger/not-sealed` 该分录尚未封存 · The entry is not sealed yet */
        ConflictOfGetEntryProof: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/not-sealed";
                };
            };
        };
        /** @description - `timebank/month-not-begun` 该月尚未开始 · That month has not begun */
        ConflictOfGetMonthStatement: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/month-not-begun";
                };
            };
        };
        /** @description - `polls/mode` 选票方式不符 · Another kind of ballot */
        ConflictOfGetPollBundle: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/mode";
                };
            };
        };
        /** @description - `polls/roll-unfinished` 名册正在生成 · The roll is being made */
        ConflictOfGetPollRollProof: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/roll-unfinished";
                };
            };
        };
        /** @description - `polls/no-tie` 没有待裁决的平局 · No such tie to answer */
        ConflictOfGetPollTie: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/no-tie";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/gift-scope` 超出赠送范围 · Outside the scope of gifts
         */
        ConflictOfGiveHours: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/budget-exhausted" | "timebank/gift-scope";
                };
            };
        };
        /**
         * @description - `polls/notice-too-short` 公告时间不足 · Notice is too short
         *     - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this
         */
        ConflictOfGivePollNotice: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/notice-too-short" | "polls/wrong-state";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/no-care-need` 不在照护名单 · Not on the care list
         *     - `timebank/seed-limit` 超过个人发放上限 · Over the limit of seed grants
         */
        ConflictOfGrantSeedHours: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/budget-exhausted" | "timebank/no-care-need" | "timebank/seed-limit";
                };
            };
        };
        /**
         * @description - `polls/not-open` 投票尚未开始 · Voting has not begun
         *     - `polls/closed` 投票已结束 · Voting is over
         *     - `polls/channel` 不接受此投票方式 · Not by this channel
         *     - `polls/mode` 选票方式不符 · Another kind of ballot
         *     - `polls/token-issued` 投票凭证已领取 · The token was taken
         */
        ConflictOfIssueBallotToken: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/not-open" | "polls/closed" | "polls/channel" | "polls/mode" | "polls/token-issued";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/self-service` 不能为自己或同户家人服务记时 · Nobody serves themselves or their household
         */
        ConflictOfMatchOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/disputed" | "timebank/self-service";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `parking/closed` 该时段未开放 · Not open then
         *     - `parking/taken` 该时段已被占用 · Taken
         *     - `parking/full` 车场已满 · The lot is full
         *     - `parking/withdrawn` 暂停预订 · Closed for new bookings
         *     - `parking/not-covered` 缺少业主共同决定 · No decision covers it
         *     - `parking/own-space` 不能预订自己的车位 · One's own space
         *     - `parking/price-changed` 价格已变 · The price has changed
         *     - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         *     - `parking/changes` 更改次数已达上限 · Changed too often
         *     - `parking/asks-owner` 该车位须由业主同意 · The owner accepts each booking there
         */
        ConflictOfMoveBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "parking/closed" | "parking/taken" | "parking/full" | "parking/withdrawn" | "parking/not-covered" | "parking/own-space" | "parking/price-changed" | "parking/wrong-state" | "parking/changes" | "parking/asks-owner";
                };
            };
        };
        /** @description - `residents/other-community` 不属于同一社区 · Not of the same community */
        ConflictOfMoveHousehold: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/other-community";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/notice-over` 公示期已结束 · The notice is over
         *     - `fund/too-many-objections` 异议已达上限 · Too many objections
         */
        ConflictOfObjectToAward: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state" | "fund/notice-over" | "fund/too-many-objections";
                };
            };
        };
        /** @description - `polls/objections-closed` 不在公示期内 · Not the time for objections */
        ConflictOfObjectToPollResult: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/objections-closed";
                };
            };
        };
        /**
         * @description - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-expired` 预扣已过期 · The hold has expired
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/over-post` 入账超过预扣 · More than was held
         */
        ConflictOfPostHold: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/hold-expired" | "ledger/hold-resolved" | "ledger/over-post";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         */
        ConflictOfPublishOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/disputed";
                };
            };
        };
        /**
         * @description - `polls/wrong-state` 投票状态不允许此操作 · The poll's state does not allow this
         *     - `polls/not-counted` 尚未计票 · Not counted yet
         */
        ConflictOfPublishPollResult: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/wrong-state" | "polls/not-counted";
                };
            };
        };
        /**
         * @description - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/already-rated` 已评价 · Already rated
         */
        ConflictOfRateOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/wrong-state" | "timebank/disputed" | "timebank/already-rated";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         *     - `fund/shares` 分配比例有误 · The shares do not fit
         *     - `fund/costs-too-high` 成本超过上限 · The costs are too high
         *     - `fund/period-taken` 该期收入已分配 · That period has been divided
         *     - `fund/nothing-to-share` 没有可分配的金额 · Nothing to share
         */
        ConflictOfReceiveFundIncome: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-closed" | "fund/expired" | "fund/closed" | "fund/shares" | "fund/costs-too-high" | "fund/period-taken" | "fund/nothing-to-share";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/out-before-in` 签退早于签到 · Signed out before signing in
         *     - `timebank/in-future` 时间尚未到来 · That time has not come
         *     - `timebank/record-too-old` 补录已过期限 · Too late to record
         *     - `timebank/session-over-cap` 单次服务超过上限 · The session is over the cap
         *     - `timebank/cap` 超过服务时长上限 · Over the cap on hours served
         *     - `timebank/session-overlap` 与另一服务时间重叠 · Overlaps another session
         *     - `timebank/too-many-sessions` 未完成的服务过多 · Too many sessions
         */
        ConflictOfRecordGroupService: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/budget-exhausted" | "timebank/out-before-in" | "timebank/in-future" | "timebank/record-too-old" | "timebank/session-over-cap" | "timebank/cap" | "timebank/session-overlap" | "timebank/too-many-sessions";
                };
            };
        };
        /**
         * @description - `resource/exists` 已经存在 · It exists already
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         */
        ConflictOfRecordKinship: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/exists" | "residents/erased";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/recused` 已回避 · Recused
         */
        ConflictOfRecuseReviewer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state" | "fund/recused";
                };
            };
        };
        /** @description - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this */
        ConflictOfRejectBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/wrong-state";
                };
            };
        };
        /** @description - `ledger/claim-resolved` 积分申报已处理 · The claim has been decided */
        ConflictOfRejectEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/claim-resolved";
                };
            };
        };
        /**
         * @description - `ledger/request-resolved` 付款请求已处理 · The payment request has ended
         *     - `ledger/request-expired` 付款请求已过期 · The payment request has expired
         */
        ConflictOfRejectPaymentRequest: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/request-resolved" | "ledger/request-expired";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/outside-window` 不在约定时间内 · Outside the agreed time
         */
        ConflictOfReportNoShow: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/hold-resolved" | "ledger/budget-exhausted" | "timebank/wrong-state" | "timebank/disputed" | "timebank/outside-window";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         */
        ConflictOfReportOnProject: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         *     - `parking/too-early` 时候未到 · Too early
         */
        ConflictOfReportParkingNoShow: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "parking/wrong-state" | "parking/too-early";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         *     - `timebank/award-over-held` 裁定超过预扣时长 · More than was held
         */
        ConflictOfResolveDispute: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/hold-resolved" | "ledger/budget-exhausted" | "timebank/wrong-state" | "timebank/disputed" | "timebank/award-over-held";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/cap-activity` 超过单次上限 · Above the limit for one time
         *     - `ledger/cap-day` 超过每日上限 · Above the limit of the day
         *     - `ledger/cap-week` 超过每周上限 · Above the limit of the week
         *     - `ledger/cap-month` 超过每月上限 · Above the limit of the month
         *     - `ledger/cap-year` 超过每年上限 · Above the limit of the year
         *     - `ledger/too-soon` 两次支付间隔太短 · Too soon after the last payment
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `parking/wrong-state` 预订状态不允许此操作 · The booking's state does not allow this
         */
        ConflictOfResolveParkingDispute: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/cap-activity" | "ledger/cap-day" | "ledger/cap-week" | "ledger/cap-month" | "ledger/cap-year" | "ledger/too-soon" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/budget-exhausted" | "parking/wrong-state";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-earmarked` 专项资金账户不可直接划转 · The account is a fund's envelope
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/already-reversed` 该笔已冲正 · It has been reversed
         *     - `ledger/not-reversible` 该笔不能冲正 · It cannot be reversed
         */
        ConflictOfReverseTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-earmarked" | "ledger/account-closed" | "ledger/already-reversed" | "ledger/not-reversible";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/recused` 已回避 · Recused
         *     - `fund/criteria-differ` 评分与标准不符 · The points do not fit the criteria
         */
        ConflictOfScoreApplication: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state" | "fund/recused" | "fund/criteria-differ";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/evidence-missing` 缺少条件达成的证明 · Evidence is missing
         *     - `fund/grant-state` 项目状态不允许付款 · The grant is not active
         */
        ConflictOfShowEvidence: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-state" | "fund/evidence-missing" | "fund/grant-state";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/appeal-used` 已申诉过 · Already appealed
         *     - `fund/appeal-late` 申诉期已过 · Too late to appeal
         */
        ConflictOfStepApplication: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/hold-resolved" | "fund/wrong-state" | "fund/call-state" | "fund/appeal-used" | "fund/appeal-late";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-dates` 征集的日期有误 · The call's dates do not fit
         *     - `fund/announcement-too-short` 公告期不足 · Announced too late
         *     - `fund/unfinished` 尚有未完成的事项 · Something is not finished
         *     - `fund/vote-missing` 缺少居民表决结果 · The residents' decision is missing
         *     - `fund/decision-differs` 与表决结果不一致 · It differs from the vote
         *     - `fund/over-budget` 超过征集的总额 · Above the call's budget
         *     - `fund/too-many-awards` 一次公示的项目过多 · Too many awards at once
         *     - `fund/objection-window` 公示期未结束 · Objections are still heard
         */
        ConflictOfStepFundCall: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/call-dates" | "fund/announcement-too-short" | "fund/unfinished" | "fund/vote-missing" | "fund/decision-differs" | "fund/over-budget" | "fund/too-many-awards" | "fund/objection-window";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/call-state` 征集所处阶段不允许此操作 · The call's state does not allow this
         *     - `fund/objection-window` 公示期未结束 · Objections are still heard
         *     - `fund/same-person` 不能由同一人办理 · Not by the same person
         *     - `fund/conflict` 存在利益冲突，须回避 · A conflict of interest
         *     - `fund/evidence-missing` 缺少条件达成的证明 · Evidence is missing
         *     - `fund/grant-state` 项目状态不允许付款 · The grant is not active
         */
        ConflictOfStepTranche: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/hold-resolved" | "fund/wrong-state" | "fund/call-state" | "fund/objection-window" | "fund/same-person" | "fund/conflict" | "fund/evidence-missing" | "fund/grant-state";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `fund/expired` 专项资金已过期 · The fund has expired
         *     - `fund/closed` 资金已关闭 · The fund is closed
         *     - `fund/foreign-purpose` 超出专项用途 · Not what the fund is for
         */
        ConflictOfTransferBetweenFunds: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-closed" | "fund/expired" | "fund/closed" | "fund/foreign-purpose";
                };
            };
        };
        /**
         * @description - `fund/wrong-state` 状态不允许此操作 · The state does not allow this
         *     - `fund/over-award-max` 超过单项上限 · Above the highest award
         *     - `fund/project-dates` 项目日期有误 · The project's dates do not fit
         */
        ConflictOfUpdateApplication: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/wrong-state" | "fund/over-award-max" | "fund/project-dates";
                };
            };
        };
        /**
         * @description - `fund/foreign-purpose` 超出专项用途 · Not what the fund is for
         *     - `fund/call-dates` 征集的日期有误 · The call's dates do not fit
         *     - `fund/criteria-fixed` 征集开始后不得修改 · The terms are fixed
         */
        ConflictOfUpdateFundCall: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/foreign-purpose" | "fund/call-dates" | "fund/criteria-fixed";
                };
            };
        };
        /** @description - `polls/rules-frozen` 公告后规则不可更改 · The rules are frozen from notice on */
        ConflictOfUpdatePoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/rules-frozen";
                };
            };
        };
        /**
         * @description - `residents/other-community` 不属于同一社区 · Not of the same community
         *     - `residents/erased` 该居民资料已删除 · The person's data has been erased
         */
        ConflictOfUpdateUnit: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/other-community" | "residents/erased";
                };
            };
        };
        /**
         * @description - `ledger/hold-expired` 预扣已过期 · The hold has expired
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         */
        ConflictOfVoidHold: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/hold-expired" | "ledger/hold-resolved";
                };
            };
        };
        /**
         * @description - `ledger/insufficient-available` 可用余额不足 · Not enough available
         *     - `ledger/ceiling` 超过收款账户上限 · The payee's ceiling would be passed
         *     - `ledger/account-frozen` 账户已冻结 · The account is frozen
         *     - `ledger/account-closed` 账户已注销 · The account is closed
         *     - `ledger/hold-resolved` 预扣已处理 · The hold has ended
         *     - `ledger/budget-exhausted` 奖励预算不足 · The reward budget is used up
         *     - `timebank/wrong-state` 订单状态不允许此操作 · The order's state does not allow this
         *     - `timebank/disputed` 订单有争议 · The order is disputed
         */
        ConflictOfWithdrawAcceptance: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "ledger/insufficient-available" | "ledger/ceiling" | "ledger/account-frozen" | "ledger/account-closed" | "ledger/hold-resolved" | "ledger/budget-exhausted" | "timebank/wrong-state" | "timebank/disputed";
                };
            };
        };
        /** @description - `request/too-large` 请求体过大 · The body is too large */
        ContentTooLarge: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/too-large";
                };
            };
        };
        /**
         * @description - `request/too-large` 请求体过大 · The body is too large
         *     - `residents/roll-too-long` 名册行数过多 · The roll has too many rows
         */
        ContentTooLargeOfImportRoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/too-large" | "residents/roll-too-long";
                };
            };
        };
        /** @description - `auth/forbidden` 没有权限 · Not allowed */
        Forbidden: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `residents/proxy-invalid` 代理关系无效 · There is no valid proxy
         *     - `polls/not-on-roll` 不在名册上 · Not on the roll
         */
        ForbiddenOfCastNamedBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "residents/proxy-invalid" | "polls/not-on-roll";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `polls/not-on-roll` 不在名册上 · Not on the roll
         */
        ForbiddenOfCastSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "polls/not-on-roll";
                };
            };
        };
        /** @description - `polls/token-invalid` 投票凭证无效 · The token is not valid */
        ForbiddenOfCastTokenBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/token-invalid";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `ledger/self-approval` 不能为自己审批 · Nobody approves for themselves
         *     - `residents/proxy-invalid` 代理关系无效 · There is no valid proxy
         */
        ForbiddenOfCreateReward: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "ledger/self-approval" | "residents/proxy-invalid";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `residents/proxy-invalid` 代理关系无效 · There is no valid proxy
         */
        ForbiddenOfCreateTransfer: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "residents/proxy-invalid";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `ledger/voucher-wrong` 兑换码不正确 · The voucher does not match
         */
        ForbiddenOfFulfilRedemption: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "ledger/voucher-wrong";
                };
            };
        };
        /** @description - `residents/proxy-invalid` 代理关系无效 · There is no valid proxy */
        ForbiddenOfGetEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/proxy-invalid";
                };
            };
        };
        /**
         * @description - `residents/proxy-invalid` 代理关系无效 · There is no valid proxy
         *     - `polls/not-on-roll` 不在名册上 · Not on the roll
         */
        ForbiddenOfGetPollRollProof: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "residents/proxy-invalid" | "polls/not-on-roll";
                };
            };
        };
        /**
         * @description - `auth/forbidden` 没有权限 · Not allowed
         *     - `ledger/self-approval` 不能为自己审批 · Nobody approves for themselves
         */
        ForbiddenOfRejectEarnClaim: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/forbidden" | "ledger/self-approval";
                };
            };
        };
        /** @description - `server/fault` 系统内部错误 · Something failed on our side */
        InternalServerError: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "server/fault";
                };
            };
        };
        /** @description - `resource/not-found` 未找到 · Not found */
        NotFound: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `polls/no-ballot` 没有此选票 · No such ballot
         */
        NotFoundOfChangeSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "polls/no-ballot";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `fund/not-offered` 本区未设社区基金 · The district has no community fund
         */
        NotFoundOfCreateFund: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "fund/not-offered";
                };
            };
        };
        /** @description - `parking/not-offered` 本区未开通共享停车 · The district has no shared parking */
        NotFoundOfCreateLot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/not-offered";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `timebank/not-offered` 本区未开通时间银行 · The district has no time bank
         */
        NotFoundOfCreateOrder: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "timebank/not-offered";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `polls/no-result` 结果尚未公布 · No result yet
         *     - `polls/no-ballot` 没有此选票 · No such ballot
         */
        NotFoundOfGetBallotProof: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "polls/no-result" | "polls/no-ballot";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `parking/not-offered` 本区未开通共享停车 · The district has no shared parking
         */
        NotFoundOfGetLot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "parking/not-offered";
                };
            };
        };
        /**
         * @description - `resource/not-found` 未找到 · Not found
         *     - `polls/no-result` 结果尚未公布 · No result yet
         */
        NotFoundOfGetPollResult: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "resource/not-found" | "polls/no-result";
                };
            };
        };
        /** @description - `fund/not-offered` 本区未设社区基金 · The district has no community fund */
        NotFoundOfListFunds: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fund/not-offered";
                };
            };
        };
        /** @description - `timebank/not-offered` 本区未开通时间银行 · The district has no time bank */
        NotFoundOfListOpenOrders: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "timebank/not-offered";
                };
            };
        };
        /** @description - `request/stale` 资源已被他人修改 · The resource has changed since */
        PreconditionFailed: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/stale";
                };
            };
        };
        /** @description - `request/if-match-missing` 缺少 If-Match · If-Match is missing */
        PreconditionRequired: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/if-match-missing";
                };
            };
        };
        /** @description - `server/busy` 系统繁忙 · Busy */
        ServiceUnavailable: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "server/busy";
                };
            };
        };
        /**
         * @description - `server/busy` 系统繁忙 · Busy
         *     - `ledger/journal-too-long` 该时刻的余额尚不可查 · That balance cannot be shown yet
         */
        ServiceUnavailableOfGetStatement: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "server/busy" | "ledger/journal-too-long";
                };
            };
        };
        /**
         * @description - `server/busy` 系统繁忙 · Busy
         *     - `residents/roll-unfinished` 名册尚未导入完 · The roll is not finished
         */
        ServiceUnavailableOfImportRoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "server/busy" | "residents/roll-unfinished";
                };
            };
        };
        /** @description - `request/too-many` 请求过于频繁 · Too many requests */
        TooManyRequests: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/too-many";
                };
            };
        };
        /**
         * @description - `auth/missing-token` 需要登录 · A token is needed
         *     - `auth/invalid-token` 令牌无效 · The token is not valid
         *     - `auth/expired-token` 令牌已过期 · The token has expired
         */
        Unauthorized: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth/missing-token" | "auth/invalid-token" | "auth/expired-token";
                };
            };
        };
        /** @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request */
        UnprocessableContent: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `polls/choice-form` 选票格式不符 · The ballot has another form
         *     - `polls/unknown-option` 没有此选项 · No such option
         *     - `polls/overvote` 选择过多 · Too much on the ballot
         *     - `polls/undervote` 选择过少 · Too little on the ballot
         *     - `polls/duplicate-option` 选项重复 · An option stands twice
         */
        UnprocessableContentOfCastNamedBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "polls/choice-form" | "polls/unknown-option" | "polls/overvote" | "polls/undervote" | "polls/duplicate-option";
                };
            };
        };
        /**
         * @description - `polls/choice-form` 选票格式不符 · The ballot has another form
         *     - `polls/unknown-option` 没有此选项 · No such option
         *     - `polls/overvote` 选择过多 · Too much on the ballot
         *     - `polls/undervote` 选择过少 · Too little on the ballot
         *     - `polls/duplicate-option` 选项重复 · An option stands twice
         */
        UnprocessableContentOfCastSecretBallot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/choice-form" | "polls/unknown-option" | "polls/overvote" | "polls/undervote" | "polls/duplicate-option";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/interval` 时间段无效 · Not a stretch of time
         *     - `parking/grid` 时间未对齐 · Not on the grid
         *     - `parking/duration` 停车时长不符 · Too short or too long
         *     - `parking/past` 时间已过 · In the past
         *     - `parking/too-far` 预订过早 · Too far ahead
         *     - `parking/plate` 车牌号无效 · Not a licence plate
         */
        UnprocessableContentOfCreateBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/interval" | "parking/grid" | "parking/duration" | "parking/past" | "parking/too-far" | "parking/plate";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/capacity` 容量与类型不符 · Capacity does not fit the kind
         *     - `parking/unit` 本区不能用此单位计价 · The district cannot price in this unit
         */
        UnprocessableContentOfCreateLot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/capacity" | "parking/unit";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `polls/class` 投票类型与设置不符 · The poll's class asks for something else
         *     - `polls/window` 投票时间不符合规定 · The time of voting is out of bounds
         *     - `polls/correction-window` 名册异议期不符合规定 · The time for correcting the roll is out of bounds
         */
        UnprocessableContentOfCreatePoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "polls/class" | "polls/window" | "polls/correction-window";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/unit` 本区不能用此单位计价 · The district cannot price in this unit
         *     - `parking/not-owned` 该车场没有单独的车位 · This lot has no spaces of its own
         */
        UnprocessableContentOfCreateSpace: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/unit" | "parking/not-owned";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/interval` 时间段无效 · Not a stretch of time
         *     - `parking/grid` 时间未对齐 · Not on the grid
         *     - `parking/duration` 停车时长不符 · Too short or too long
         *     - `parking/past` 时间已过 · In the past
         *     - `parking/too-far` 预订过早 · Too far ahead
         */
        UnprocessableContentOfExtendBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/interval" | "parking/grid" | "parking/duration" | "parking/past" | "parking/too-far";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `polls/window` 投票时间不符合规定 · The time of voting is out of bounds
         */
        UnprocessableContentOfExtendPoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "polls/window";
                };
            };
        };
        /**
         * @description - `parking/interval` 时间段无效 · Not a stretch of time
         *     - `parking/range` 范围过长 · The range is too long
         */
        UnprocessableContentOfGetFreeBusy: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/interval" | "parking/range";
                };
            };
        };
        /** @description - `polls/bad-blinded` 盲化消息无效 · Not a blinded message */
        UnprocessableContentOfIssueBallotToken: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/bad-blinded";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/unit` 本区不能用此单位计价 · The district cannot price in this unit
         *     - `parking/interval` 时间段无效 · Not a stretch of time
         *     - `parking/grid` 时间未对齐 · Not on the grid
         *     - `parking/duration` 停车时长不符 · Too short or too long
         *     - `parking/past` 时间已过 · In the past
         *     - `parking/too-far` 预订过早 · Too far ahead
         */
        UnprocessableContentOfMoveBooking: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/unit" | "parking/interval" | "parking/grid" | "parking/duration" | "parking/past" | "parking/too-far";
                };
            };
        };
        /**
         * @description - `parking/interval` 时间段无效 · Not a stretch of time
         *     - `parking/grid` 时间未对齐 · Not on the grid
         *     - `parking/duration` 停车时长不符 · Too short or too long
         *     - `parking/past` 时间已过 · In the past
         *     - `parking/too-far` 预订过早 · Too far ahead
         */
        UnprocessableContentOfQuoteStay: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/interval" | "parking/grid" | "parking/duration" | "parking/past" | "parking/too-far";
                };
            };
        };
        /**
         * @description - `request/key-reused` 幂等键已用于另一个请求 · The idempotency key stands for another request
         *     - `parking/over-refund` 退还超过已付 · More than was paid
         */
        UnprocessableContentOfResolveParkingDispute: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/key-reused" | "parking/over-refund";
                };
            };
        };
        /**
         * @description - `parking/capacity` 容量与类型不符 · Capacity does not fit the kind
         *     - `parking/unit` 本区不能用此单位计价 · The district cannot price in this unit
         */
        UnprocessableContentOfUpdateLot: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/capacity" | "parking/unit";
                };
            };
        };
        /**
         * @description - `polls/class` 投票类型与设置不符 · The poll's class asks for something else
         *     - `polls/window` 投票时间不符合规定 · The time of voting is out of bounds
         *     - `polls/correction-window` 名册异议期不符合规定 · The time for correcting the roll is out of bounds
         */
        UnprocessableContentOfUpdatePoll: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "polls/class" | "polls/window" | "polls/correction-window";
                };
            };
        };
        /**
         * @description - `parking/unit` 本区不能用此单位计价 · The district cannot price in this unit
         *     - `parking/not-common` 不是共有车位 · Not a common space
         *     - `parking/never-opens` 该时段永不开放 · This window never opens
         *     - `parking/interval` 时间段无效 · Not a stretch of time
         */
        UnprocessableContentOfUpdateSpace: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "parking/unit" | "parking/not-common" | "parking/never-opens" | "parking/interval";
                };
            };
        };
        /** @description - `request/media-type` 不支持的内容类型 · The content type is not supported */
        UnsupportedMediaType: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/media-type";
                };
            };
        };
    };
    parameters: {
        /**
         * @description `zh-CN`（默认）或 · or `en`
         * @example zh-CN
         */
        AcceptLanguage: string;
        /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
        ActingFor: components["schemas"]["Uuid"];
        /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
        DryRun: "true" | "false";
        /**
         * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
         * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
         */
        IdempotencyKey: components["schemas"]["Uuid"];
        /**
         * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
         * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
         */
        IdempotencyKeyOrId: components["schemas"]["Uuid"];
        /**
         * @description 所修改版本的 ETag · the ETag of the version that is edited
         * @example "7"
         */
        IfMatch: string;
        /**
         * @description 上次答复的 ETag；未变则 304 · of the last answer; 304 if unchanged
         * @example "3q2-7w"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description 文件名 · file name */
        ContentDisposition: string;
        /** @description `zh-CN` | `en` */
        ContentLanguage: "zh-CN" | "en";
        /** @description 资源的版本，修改时放入 If-Match · version of the resource, sent as If-Match when editing */
        ETag: string;
        /** @description `true`：这是同一个键第一次的结果 · `true` when this is the first answer to the same key, replayed */
        IdempotencyHit: "true";
        /** @description 还有下一部分时给出 · given while there is a next part */
        NextCursor: components["schemas"]["Cursor"];
        /** @description 等待的秒数 · seconds to wait */
        RetryAfter: number;
        /** @description `Bearer` */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type Account = components['schemas']['Account'];
export type AccountId = components['schemas']['AccountId'];
export type Amount = components['schemas']['Amount'];
export type AuditReport = components['schemas']['AuditReport'];
export type BallotProof = components['schemas']['BallotProof'];
export type BallotReceipt = components['schemas']['BallotReceipt'];
export type Building = components['schemas']['Building'];
export type Callback = components['schemas']['Callback'];
export type CareFlag = components['schemas']['CareFlag'];
export type CatalogueItem = components['schemas']['CatalogueItem'];
export type Choice = components['schemas']['Choice'];
export type Community = components['schemas']['Community'];
export type Cursor = components['schemas']['Cursor'];
export type Discrepancy = components['schemas']['Discrepancy'];
export type DryRunAnswer = components['schemas']['DryRunAnswer'];
export type EarnClaim = components['schemas']['EarnClaim'];
export type EntryProof = components['schemas']['EntryProof'];
export type ErasedResident = components['schemas']['ErasedResident'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type FeedAddress = components['schemas']['FeedAddress'];
export type FeedEnded = components['schemas']['FeedEnded'];
export type Fund = components['schemas']['Fund'];
export type FundApplication = components['schemas']['FundApplication'];
export type FundCall = components['schemas']['FundCall'];
export type FundCallDisclosure = components['schemas']['FundCallDisclosure'];
export type FundDecision = components['schemas']['FundDecision'];
export type FundDisclosureIndex = components['schemas']['FundDisclosureIndex'];
export type FundDocument = components['schemas']['FundDocument'];
export type FundIncome = components['schemas']['FundIncome'];
export type FundMovement = components['schemas']['FundMovement'];
export type FundObjection = components['schemas']['FundObjection'];
export type FundReport = components['schemas']['FundReport'];
export type FundRestriction = components['schemas']['FundRestriction'];
export type FundScore = components['schemas']['FundScore'];
export type FundTranche = components['schemas']['FundTranche'];
export type GroupService = components['schemas']['GroupService'];
export type Hold = components['schemas']['Hold'];
export type HoursMoved = components['schemas']['HoursMoved'];
export type Household = components['schemas']['Household'];
export type Instant = components['schemas']['Instant'];
export type Kinship = components['schemas']['Kinship'];
export type LedgerBlock = components['schemas']['LedgerBlock'];
export type LedgerCheckpoint = components['schemas']['LedgerCheckpoint'];
export type LedgerDay = components['schemas']['LedgerDay'];
export type Link = components['schemas']['Link'];
export type LocalDate = components['schemas']['LocalDate'];
export type NamedBallot = components['schemas']['NamedBallot'];
export type Objection = components['schemas']['Objection'];
export type Offer = components['schemas']['Offer'];
export type OneTimeCode = components['schemas']['OneTimeCode'];
export type Order = components['schemas']['Order'];
export type Organisation = components['schemas']['Organisation'];
export type Owner = components['schemas']['Owner'];
export type ParkingAlternative = components['schemas']['ParkingAlternative'];
export type ParkingAvailability = components['schemas']['ParkingAvailability'];
export type ParkingBooking = components['schemas']['ParkingBooking'];
export type ParkingDecision = components['schemas']['ParkingDecision'];
export type ParkingFreeBusy = components['schemas']['ParkingFreeBusy'];
export type ParkingLot = components['schemas']['ParkingLot'];
export type ParkingQuote = components['schemas']['ParkingQuote'];
export type ParkingSpace = components['schemas']['ParkingSpace'];
export type PaymentRequest = components['schemas']['PaymentRequest'];
export type PersonalData = components['schemas']['PersonalData'];
export type Point = components['schemas']['Point'];
export type PolicyProfile = components['schemas']['PolicyProfile'];
export type Poll = components['schemas']['Poll'];
export type PollBrief = components['schemas']['PollBrief'];
export type PollMinutes = components['schemas']['PollMinutes'];
export type PollResult = components['schemas']['PollResult'];
export type PollRules = components['schemas']['PollRules'];
export type PollTie = components['schemas']['PollTie'];
export type Pool = components['schemas']['Pool'];
export type PricePlan = components['schemas']['PricePlan'];
export type Problem = components['schemas']['Problem'];
export type Proxy = components['schemas']['Proxy'];
export type PublishedDay = components['schemas']['PublishedDay'];
export type RecurringTime = components['schemas']['RecurringTime'];
export type Redemption = components['schemas']['Redemption'];
export type RedemptionDays = components['schemas']['RedemptionDays'];
export type Resident = components['schemas']['Resident'];
export type RoleGrant = components['schemas']['RoleGrant'];
export type RollEntry = components['schemas']['RollEntry'];
export type RollError = components['schemas']['RollError'];
export type RollProof = components['schemas']['RollProof'];
export type RollReport = components['schemas']['RollReport'];
export type RollRow = components['schemas']['RollRow'];
export type RollSummary = components['schemas']['RollSummary'];
export type SealedEntry = components['schemas']['SealedEntry'];
export type SetAsideOrder = components['schemas']['SetAsideOrder'];
export type SettlementRun = components['schemas']['SettlementRun'];
export type Signature = components['schemas']['Signature'];
export type Slug = components['schemas']['Slug'];
export type StatementLine = components['schemas']['StatementLine'];
export type StockAdjustment = components['schemas']['StockAdjustment'];
export type Text = components['schemas']['Text'];
export type TimebankCareMonth = components['schemas']['TimebankCareMonth'];
export type TimebankCareStatement = components['schemas']['TimebankCareStatement'];
export type TimebankClaims = components['schemas']['TimebankClaims'];
export type TimebankMember = components['schemas']['TimebankMember'];
export type TimebankMonthStatement = components['schemas']['TimebankMonthStatement'];
export type TimebankSolvency = components['schemas']['TimebankSolvency'];
export type TokenKey = components['schemas']['TokenKey'];
export type Transfer = components['schemas']['Transfer'];
export type TransferSet = components['schemas']['TransferSet'];
export type Turnout = components['schemas']['Turnout'];
export type Unit = components['schemas']['Unit'];
export type UnitCode = components['schemas']['UnitCode'];
export type UnitVersion = components['schemas']['UnitVersion'];
export type Uuid = components['schemas']['Uuid'];
export type Verdict = components['schemas']['Verdict'];
export type VerdictTest = components['schemas']['VerdictTest'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseBadRequestOfChangeSecretBallot = components['responses']['BadRequestOfChangeSecretBallot'];
export type ResponseBadRequestOfCreateCatalogueItem = components['responses']['BadRequestOfCreateCatalogueItem'];
export type ResponseBadRequestOfCreateEarnClaim = components['responses']['BadRequestOfCreateEarnClaim'];
export type ResponseBadRequestOfCreateFund = components['responses']['BadRequestOfCreateFund'];
export type ResponseBadRequestOfCreateLinkedTransfer = components['responses']['BadRequestOfCreateLinkedTransfer'];
export type ResponseBadRequestOfCreateOrder = components['responses']['BadRequestOfCreateOrder'];
export type ResponseBadRequestOfCreateProxy = components['responses']['BadRequestOfCreateProxy'];
export type ResponseBadRequestOfCreateRedemption = components['responses']['BadRequestOfCreateRedemption'];
export type ResponseBadRequestOfCreateReward = components['responses']['BadRequestOfCreateReward'];
export type ResponseBadRequestOfCreateTransfer = components['responses']['BadRequestOfCreateTransfer'];
export type ResponseBadRequestOfCreateUnit = components['responses']['BadRequestOfCreateUnit'];
export type ResponseBadRequestOfGiveHours = components['responses']['BadRequestOfGiveHours'];
export type ResponseBadRequestOfImportRoll = components['responses']['BadRequestOfImportRoll'];
export type ResponseBadRequestOfListAccounts = components['responses']['BadRequestOfListAccounts'];
export type ResponseBadRequestOfPostHold = components['responses']['BadRequestOfPostHold'];
export type ResponseBadRequestOfRemoveHouseholdMember = components['responses']['BadRequestOfRemoveHouseholdMember'];
export type ResponseBadRequestOfReverseTransfer = components['responses']['BadRequestOfReverseTransfer'];
export type ResponseBadRequestOfSearchResidents = components['responses']['BadRequestOfSearchResidents'];
export type ResponseBadRequestOfTransferBetweenFunds = components['responses']['BadRequestOfTransferBetweenFunds'];
export type ResponseBadRequestOfUpdateAccount = components['responses']['BadRequestOfUpdateAccount'];
export type ResponseBadRequestOfUpdateCatalogueItem = components['responses']['BadRequestOfUpdateCatalogueItem'];
export type ResponseBadRequestOfUpdateUnit = components['responses']['BadRequestOfUpdateUnit'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseConflictOfAcceptEarnClaim = components['responses']['ConflictOfAcceptEarnClaim'];
export type ResponseConflictOfAcceptOrder = components['responses']['ConflictOfAcceptOrder'];
export type ResponseConflictOfAcceptPaymentRequest = components['responses']['ConflictOfAcceptPaymentRequest'];
export type ResponseConflictOfAdjustCatalogueStock = components['responses']['ConflictOfAdjustCatalogueStock'];
export type ResponseConflictOfAnswerPollObjection = components['responses']['ConflictOfAnswerPollObjection'];
export type ResponseConflictOfAnswerPollTie = components['responses']['ConflictOfAnswerPollTie'];
export type ResponseConflictOfAssignReviewers = components['responses']['ConflictOfAssignReviewers'];
export type ResponseConflictOfCancelBooking = components['responses']['ConflictOfCancelBooking'];
export type ResponseConflictOfCancelPoll = components['responses']['ConflictOfCancelPoll'];
export type ResponseConflictOfCancelRedemption = components['responses']['ConflictOfCancelRedemption'];
export type ResponseConflictOfCastNamedBallot = components['responses']['ConflictOfCastNamedBallot'];
export type ResponseConflictOfCastSecretBallot = components['responses']['ConflictOfCastSecretBallot'];
export type ResponseConflictOfCastTokenBallot = components['responses']['ConflictOfCastTokenBallot'];
export type ResponseConflictOfChangeSecretBallot = components['responses']['ConflictOfChangeSecretBallot'];
export type ResponseConflictOfChargeAdminCost = components['responses']['ConflictOfChargeAdminCost'];
export type ResponseConflictOfCheckIn = components['responses']['ConflictOfCheckIn'];
export type ResponseConflictOfCheckInParking = components['responses']['ConflictOfCheckInParking'];
export type ResponseConflictOfCheckOut = components['responses']['ConflictOfCheckOut'];
export type ResponseConflictOfCloseFund = components['responses']['ConflictOfCloseFund'];
export type ResponseConflictOfConfirmBooking = components['responses']['ConflictOfConfirmBooking'];
export type ResponseConflictOfConfirmOrder = components['responses']['ConflictOfConfirmOrder'];
export type ResponseConflictOfCorrectOrder = components['responses']['ConflictOfCorrectOrder'];
export type ResponseConflictOfCorrectPollRoll = components['responses']['ConflictOfCorrectPollRoll'];
export type ResponseConflictOfCreateApplication = components['responses']['ConflictOfCreateApplication'];
export type ResponseConflictOfCreateBooking = components['responses']['ConflictOfCreateBooking'];
export type ResponseConflictOfCreateCommunity = components['responses']['ConflictOfCreateCommunity'];
export type ResponseConflictOfCreateEarnClaim = components['responses']['ConflictOfCreateEarnClaim'];
export type ResponseConflictOfCreateFund = components['responses']['ConflictOfCreateFund'];
export type ResponseConflictOfCreateFundCall = components['responses']['ConflictOfCreateFundCall'];
export type ResponseConflictOfCreateHousehold = components['responses']['ConflictOfCreateHousehold'];
export type ResponseConflictOfCreateLinkedTransfer = components['responses']['ConflictOfCreateLinkedTransfer'];
export type ResponseConflictOfCreateOrder = components['responses']['ConflictOfCreateOrder'];
export type ResponseConflictOfCreateOrganisation = components['responses']['ConflictOfCreateOrganisation'];
export type ResponseConflictOfCreatePaymentRequest = components['responses']['ConflictOfCreatePaymentRequest'];
export type ResponseConflictOfCreateProxy = components['responses']['ConflictOfCreateProxy'];
export type ResponseConflictOfCreateRedemption = components['responses']['ConflictOfCreateRedemption'];
export type ResponseConflictOfCreateReward = components['responses']['ConflictOfCreateReward'];
export type ResponseConflictOfCreateTransfer = components['responses']['ConflictOfCreateTransfer'];
export type ResponseConflictOfCreateTransferBatch = components['responses']['ConflictOfCreateTransferBatch'];
export type ResponseConflictOfCreateUnit = components['responses']['ConflictOfCreateUnit'];
export type ResponseConflictOfDecideApplication = components['responses']['ConflictOfDecideApplication'];
export type ResponseConflictOfDiscloseFundCall = components['responses']['ConflictOfDiscloseFundCall'];
export type ResponseConflictOfDisputeOrder = components['responses']['ConflictOfDisputeOrder'];
export type ResponseConflictOfDonateHours = components['responses']['ConflictOfDonateHours'];
export type ResponseConflictOfDonateToFund = components['responses']['ConflictOfDonateToFund'];
export type ResponseConflictOfEraseResident = components['responses']['ConflictOfEraseResident'];
export type ResponseConflictOfExtendBooking = components['responses']['ConflictOfExtendBooking'];
export type ResponseConflictOfExtendPoll = components['responses']['ConflictOfExtendPoll'];
export type ResponseConflictOfFulfilRedemption = components['responses']['ConflictOfFulfilRedemption'];
export type ResponseConflictOfFundPool = components['responses']['ConflictOfFundPool'];
export type ResponseConflictOfGetEntryProof = components['responses']['ConflictOfGetEntryProof'];
export type ResponseConflictOfGetMonthStatement = components['responses']['ConflictOfGetMonthStatement'];
export type ResponseConflictOfGetPollBundle = components['responses']['ConflictOfGetPollBundle'];
export type ResponseConflictOfGetPollRollProof = components['responses']['ConflictOfGetPollRollProof'];
export type ResponseConflictOfGetPollTie = components['responses']['ConflictOfGetPollTie'];
export type ResponseConflictOfGiveHours = components['responses']['ConflictOfGiveHours'];
export type ResponseConflictOfGivePollNotice = components['responses']['ConflictOfGivePollNotice'];
export type ResponseConflictOfGrantSeedHours = components['responses']['ConflictOfGrantSeedHours'];
export type ResponseConflictOfIssueBallotToken = components['responses']['ConflictOfIssueBallotToken'];
export type ResponseConflictOfMatchOrder = components['responses']['ConflictOfMatchOrder'];
export type ResponseConflictOfMoveBooking = components['responses']['ConflictOfMoveBooking'];
export type ResponseConflictOfMoveHousehold = components['responses']['ConflictOfMoveHousehold'];
export type ResponseConflictOfObjectToAward = components['responses']['ConflictOfObjectToAward'];
export type ResponseConflictOfObjectToPollResult = components['responses']['ConflictOfObjectToPollResult'];
export type ResponseConflictOfPostHold = components['responses']['ConflictOfPostHold'];
export type ResponseConflictOfPublishOrder = components['responses']['ConflictOfPublishOrder'];
export type ResponseConflictOfPublishPollResult = components['responses']['ConflictOfPublishPollResult'];
export type ResponseConflictOfRateOrder = components['responses']['ConflictOfRateOrder'];
export type ResponseConflictOfReceiveFundIncome = components['responses']['ConflictOfReceiveFundIncome'];
export type ResponseConflictOfRecordGroupService = components['responses']['ConflictOfRecordGroupService'];
export type ResponseConflictOfRecordKinship = components['responses']['ConflictOfRecordKinship'];
export type ResponseConflictOfRecuseReviewer = components['responses']['ConflictOfRecuseReviewer'];
export type ResponseConflictOfRejectBooking = components['responses']['ConflictOfRejectBooking'];
export type ResponseConflictOfRejectEarnClaim = components['responses']['ConflictOfRejectEarnClaim'];
export type ResponseConflictOfRejectPaymentRequest = components['responses']['ConflictOfRejectPaymentRequest'];
export type ResponseConflictOfReportNoShow = components['responses']['ConflictOfReportNoShow'];
export type ResponseConflictOfReportOnProject = components['responses']['ConflictOfReportOnProject'];
export type ResponseConflictOfReportParkingNoShow = components['responses']['ConflictOfReportParkingNoShow'];
export type ResponseConflictOfResolveDispute = components['responses']['ConflictOfResolveDispute'];
export type ResponseConflictOfResolveParkingDispute = components['responses']['ConflictOfResolveParkingDispute'];
export type ResponseConflictOfReverseTransfer = components['responses']['ConflictOfReverseTransfer'];
export type ResponseConflictOfScoreApplication = components['responses']['ConflictOfScoreApplication'];
export type ResponseConflictOfShowEvidence = components['responses']['ConflictOfShowEvidence'];
export type ResponseConflictOfStepApplication = components['responses']['ConflictOfStepApplication'];
export type ResponseConflictOfStepFundCall = components['responses']['ConflictOfStepFundCall'];
export type ResponseConflictOfStepTranche = components['responses']['ConflictOfStepTranche'];
export type ResponseConflictOfTransferBetweenFunds = components['responses']['ConflictOfTransferBetweenFunds'];
export type ResponseConflictOfUpdateApplication = components['responses']['ConflictOfUpdateApplication'];
export type ResponseConflictOfUpdateFundCall = components['responses']['ConflictOfUpdateFundCall'];
export type ResponseConflictOfUpdatePoll = components['responses']['ConflictOfUpdatePoll'];
export type ResponseConflictOfUpdateUnit = components['responses']['ConflictOfUpdateUnit'];
export type ResponseConflictOfVoidHold = components['responses']['ConflictOfVoidHold'];
export type ResponseConflictOfWithdrawAcceptance = components['responses']['ConflictOfWithdrawAcceptance'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseContentTooLargeOfImportRoll = components['responses']['ContentTooLargeOfImportRoll'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseForbiddenOfCastNamedBallot = components['responses']['ForbiddenOfCastNamedBallot'];
export type ResponseForbiddenOfCastSecretBallot = components['responses']['ForbiddenOfCastSecretBallot'];
export type ResponseForbiddenOfCastTokenBallot = components['responses']['ForbiddenOfCastTokenBallot'];
export type ResponseForbiddenOfCreateReward = components['responses']['ForbiddenOfCreateReward'];
export type ResponseForbiddenOfCreateTransfer = components['responses']['ForbiddenOfCreateTransfer'];
export type ResponseForbiddenOfFulfilRedemption = components['responses']['ForbiddenOfFulfilRedemption'];
export type ResponseForbiddenOfGetEarnClaim = components['responses']['ForbiddenOfGetEarnClaim'];
export type ResponseForbiddenOfGetPollRollProof = components['responses']['ForbiddenOfGetPollRollProof'];
export type ResponseForbiddenOfRejectEarnClaim = components['responses']['ForbiddenOfRejectEarnClaim'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotFoundOfChangeSecretBallot = components['responses']['NotFoundOfChangeSecretBallot'];
export type ResponseNotFoundOfCreateFund = components['responses']['NotFoundOfCreateFund'];
export type ResponseNotFoundOfCreateLot = components['responses']['NotFoundOfCreateLot'];
export type ResponseNotFoundOfCreateOrder = components['responses']['NotFoundOfCreateOrder'];
export type ResponseNotFoundOfGetBallotProof = components['responses']['NotFoundOfGetBallotProof'];
export type ResponseNotFoundOfGetLot = components['responses']['NotFoundOfGetLot'];
export type ResponseNotFoundOfGetPollResult = components['responses']['NotFoundOfGetPollResult'];
export type ResponseNotFoundOfListFunds = components['responses']['NotFoundOfListFunds'];
export type ResponseNotFoundOfListOpenOrders = components['responses']['NotFoundOfListOpenOrders'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponsePreconditionRequired = components['responses']['PreconditionRequired'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ResponseServiceUnavailableOfGetStatement = components['responses']['ServiceUnavailableOfGetStatement'];
export type ResponseServiceUnavailableOfImportRoll = components['responses']['ServiceUnavailableOfImportRoll'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnprocessableContent = components['responses']['UnprocessableContent'];
export type ResponseUnprocessableContentOfCastNamedBallot = components['responses']['UnprocessableContentOfCastNamedBallot'];
export type ResponseUnprocessableContentOfCastSecretBallot = components['responses']['UnprocessableContentOfCastSecretBallot'];
export type ResponseUnprocessableContentOfCreateBooking = components['responses']['UnprocessableContentOfCreateBooking'];
export type ResponseUnprocessableContentOfCreateLot = components['responses']['UnprocessableContentOfCreateLot'];
export type ResponseUnprocessableContentOfCreatePoll = components['responses']['UnprocessableContentOfCreatePoll'];
export type ResponseUnprocessableContentOfCreateSpace = components['responses']['UnprocessableContentOfCreateSpace'];
export type ResponseUnprocessableContentOfExtendBooking = components['responses']['UnprocessableContentOfExtendBooking'];
export type ResponseUnprocessableContentOfExtendPoll = components['responses']['UnprocessableContentOfExtendPoll'];
export type ResponseUnprocessableContentOfGetFreeBusy = components['responses']['UnprocessableContentOfGetFreeBusy'];
export type ResponseUnprocessableContentOfIssueBallotToken = components['responses']['UnprocessableContentOfIssueBallotToken'];
export type ResponseUnprocessableContentOfMoveBooking = components['responses']['UnprocessableContentOfMoveBooking'];
export type ResponseUnprocessableContentOfQuoteStay = components['responses']['UnprocessableContentOfQuoteStay'];
export type ResponseUnprocessableContentOfResolveParkingDispute = components['responses']['UnprocessableContentOfResolveParkingDispute'];
export type ResponseUnprocessableContentOfUpdateLot = components['responses']['UnprocessableContentOfUpdateLot'];
export type ResponseUnprocessableContentOfUpdatePoll = components['responses']['UnprocessableContentOfUpdatePoll'];
export type ResponseUnprocessableContentOfUpdateSpace = components['responses']['UnprocessableContentOfUpdateSpace'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterAcceptLanguage = components['parameters']['AcceptLanguage'];
export type ParameterActingFor = components['parameters']['ActingFor'];
export type ParameterDryRun = components['parameters']['DryRun'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIdempotencyKeyOrId = components['parameters']['IdempotencyKeyOrId'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type HeaderContentDisposition = components['headers']['ContentDisposition'];
export type HeaderContentLanguage = components['headers']['ContentLanguage'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderIdempotencyHit = components['headers']['IdempotencyHit'];
export type HeaderNextCursor = components['headers']['NextCursor'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderWwwAuthenticate = components['headers']['WwwAuthenticate'];
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a000-0000-7000-8000-000000000001.points",
                     *       "holder": {
                     *         "kind": "resident",
                     *         "id": "0190a000-0000-7000-8000-000000000001"
                     *       },
                     *       "community": "lujing",
                     *       "unit": "points",
                     *       "status": "active",
                     *       "floor": 0,
                     *       "ceiling": 1000000,
                     *       "balance": 1250,
                     *       "holdsOut": 200,
                     *       "holdsIn": 0,
                     *       "available": 1050,
                     *       "room": 998750,
                     *       "lifetimeEarned": 4800,
                     *       "expiring": {
                     *         "amount": 150,
                     *         "on": "2027-01-01"
                     *       },
                     *       "spenders": []
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status?: "active" | "frozen" | "closed";
                    floor?: number;
                    ceiling?: number;
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a000-0000-7000-8000-000000000001.points",
                     *       "holder": {
                     *         "kind": "resident",
                     *         "id": "0190a000-0000-7000-8000-000000000001"
                     *       },
                     *       "community": "lujing",
                     *       "unit": "points",
                     *       "status": "frozen",
                     *       "floor": 0,
                     *       "ceiling": 1000000,
                     *       "balance": 1250,
                     *       "holdsOut": 200,
                     *       "holdsIn": 0,
                     *       "available": 1050,
                     *       "room": 998750,
                     *       "lifetimeEarned": 4800,
                     *       "expiring": {
                     *         "amount": 150,
                     *         "on": "2027-01-01"
                     *       },
                     *       "spenders": []
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccounts: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
                /** @description 计量单位 · unit of account */
                unit: components["schemas"]["UnitCode"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a000-0000-7000-8000-000000000001.points",
                     *           "holder": {
                     *             "kind": "resident",
                     *             "id": "0190a000-0000-7000-8000-000000000001"
                     *           },
                     *           "community": "lujing",
                     *           "unit": "points",
                     *           "status": "active",
                     *           "floor": 0,
                     *           "ceiling": 1000000,
                     *           "balance": 1250,
                     *           "holdsOut": 200,
                     *           "holdsIn": 0,
                     *           "available": 1050,
                     *           "room": 998750,
                     *           "lifetimeEarned": 4800,
                     *           "expiring": {
                     *             "amount": 150,
                     *             "on": "2027-01-01"
                     *           },
                     *           "spenders": []
                     *         }
                     *       ],
                     *       "next": "WyIyMDI2LTExLTIzIl0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Account"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 起始（含）· from, inclusive */
                from?: components["schemas"]["Instant"];
                /** @description 截止（不含）· to, exclusive */
                to?: components["schemas"]["Instant"];
                /** @description 类别 · category */
                category?: components["schemas"]["Slug"];
                counterparty?: components["schemas"]["AccountId"];
                /** @description 返回格式 · format of the answer */
                format?: "json" | "csv";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Linli-Next-Cursor": components["headers"]["NextCursor"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": "0190a000-0000-7000-8000-000000000001.points",
                     *       "items": [
                     *         {
                     *           "transfer": {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 0,
                     *             "kind": "transfer",
                     *             "reversal": false,
                     *             "from": "0190a000-0000-7000-8000-000000000001.points",
                     *             "to": "0190a000-0000-7000-8000-000000000002.points",
                     *             "amount": 20,
                     *             "category": "mutual-help",
                     *             "memo": "感谢帮忙取药",
                     *             "unit": "points",
                     *             "at": "2026-11-23T09:30:00.123456+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000001"
                     *           },
                     *           "change": -20,
                     *           "balance": 1250,
                     *           "counterparty": {
                     *             "account": "0190a000-0000-7000-8000-000000000002.points",
                     *             "name": "王**"
                     *           }
                     *         }
                     *       ],
                     *       "next": null,
                     *       "expiring": {
                     *         "amount": 150,
                     *         "on": "2027-01-01"
                     *       }
                     *     }
                     */
                    "application/json": {
                        account: components["schemas"]["AccountId"];
                        items: components["schemas"]["StatementLine"][];
                        next: components["schemas"]["Cursor"] | null;
                        /** @description The next points to expire, and the local day. */
                        expiring: {
                            amount: components["schemas"]["Amount"];
                            on: components["schemas"]["LocalDate"];
                        } | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableOfGetStatement"];
        };
    };
    getBalance: {
        parameters: {
            query?: {
                /** @description 查询的时刻 · the instant asked about */
                at?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": "0190a000-0000-7000-8000-000000000001.points",
                     *       "at": "2026-11-01T00:00:00+08:00",
                     *       "unit": "points",
                     *       "balance": 1270
                     *     }
                     */
                    "application/json": {
                        account: components["schemas"]["AccountId"];
                        at: components["schemas"]["Instant"];
                        unit: components["schemas"]["UnitCode"];
                        balance: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableOfGetStatement"];
        };
    };
    listPools: {
        parameters: {
            query: {
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
                /** @description 计量单位 · unit of account */
                unit: components["schemas"]["UnitCode"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Pool"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    auditLedger: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
                /** @description 计量单位 · unit of account */
                unit: components["schemas"]["UnitCode"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReport"];
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportLedger: {
        parameters: {
            query: {
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
                /** @description 计量单位 · unit of account */
                unit: components["schemas"]["UnitCode"];
                /** @description 返回格式 · format of the answer */
                format?: "json" | "csv" | "hledger";
                /** @description 起始（含）· from, inclusive */
                from?: components["schemas"]["Instant"];
                /** @description 截止（不含）· to, exclusive */
                to?: components["schemas"]["Instant"];
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Linli-Next-Cursor": components["headers"]["NextCursor"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Transfer"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listLedgerRoots: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublishedDay"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLedgerConsistency: {
        parameters: {
            query: {
                /** @description 起始（含）· from, inclusive */
                from: components["schemas"]["LocalDate"];
                /** @description 截止（不含）· to, exclusive */
                to: components["schemas"]["LocalDate"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: components["schemas"]["PublishedDay"];
                        to: components["schemas"]["PublishedDay"];
                        path: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEntryProof: {
        parameters: {
            query: {
                transfer: components["schemas"]["Uuid"];
                leg?: number;
                reversal?: "true" | "false";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryProof"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfGetEntryProof"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTransfer: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    from: components["schemas"]["AccountId"];
                    to: components["schemas"]["AccountId"];
                    amount: components["schemas"]["Amount"];
                    category: components["schemas"]["Slug"];
                    /** @example 文字 */
                    memo?: string;
                    link?: components["schemas"]["Link"];
                    /**
                     * @default exact
                     * @enum {string}
                     */
                    mode?: "exact" | "at-most";
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "accepted": true,
                     *       "refusals": [],
                     *       "answer": {
                     *         "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *         "leg": 0,
                     *         "kind": "transfer",
                     *         "reversal": false,
                     *         "from": "0190a000-0000-7000-8000-000000000001.points",
                     *         "to": "0190a000-0000-7000-8000-000000000002.points",
                     *         "amount": 20,
                     *         "category": "mutual-help",
                     *         "memo": "感谢帮忙取药",
                     *         "unit": "points",
                     *         "at": "2026-11-23T09:30:00.123456+08:00",
                     *         "by": "0190a000-0000-7000-8000-000000000001"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *       "leg": 0,
                     *       "kind": "transfer",
                     *       "reversal": false,
                     *       "from": "0190a000-0000-7000-8000-000000000001.points",
                     *       "to": "0190a000-0000-7000-8000-000000000002.points",
                     *       "amount": 20,
                     *       "category": "mutual-help",
                     *       "memo": "感谢帮忙取药",
                     *       "unit": "points",
                     *       "at": "2026-11-23T09:30:00.123456+08:00",
                     *       "by": "0190a000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfCreateTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateTransfer"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createLinkedTransfer: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    legs: {
                        from: components["schemas"]["AccountId"];
                        to: components["schemas"]["AccountId"];
                        amount: components["schemas"]["Amount"];
                        category: components["schemas"]["Slug"];
                        /** @example 文字 */
                        memo?: string;
                        link?: components["schemas"]["Link"];
                    }[];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "accepted": true,
                     *       "refusals": [],
                     *       "answer": {
                     *         "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *         "entries": [
                     *           {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 0,
                     *             "kind": "transfer",
                     *             "reversal": false,
                     *             "from": "0190a000-0000-7000-8000-000000000001.points",
                     *             "to": "0190a000-0000-7000-8000-000000000002.points",
                     *             "amount": 20,
                     *             "category": "mutual-help",
                     *             "memo": "感谢帮忙取药",
                     *             "unit": "points",
                     *             "at": "2026-11-23T09:30:00.123456+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000001"
                     *           },
                     *           {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 1,
                     *             "kind": "transfer",
                     *             "reversal": false,
                     *             "from": "0190a000-0000-7000-8000-000000000001.points",
                     *             "to": "lujing~donation.points",
                     *             "amount": 50,
                     *             "category": "donation",
                     *             "memo": "捐给社区",
                     *             "unit": "points",
                     *             "at": "2026-11-23T09:30:00.123456+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000001"
                     *           }
                     *         ],
                     *         "reversals": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["TransferSet"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *       "entries": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 0,
                     *           "kind": "transfer",
                     *           "reversal": false,
                     *           "from": "0190a000-0000-7000-8000-000000000001.points",
                     *           "to": "0190a000-0000-7000-8000-000000000002.points",
                     *           "amount": 20,
                     *           "category": "mutual-help",
                     *           "memo": "感谢帮忙取药",
                     *           "unit": "points",
                     *           "at": "2026-11-23T09:30:00.123456+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000001"
                     *         },
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 1,
                     *           "kind": "transfer",
                     *           "reversal": false,
                     *           "from": "0190a000-0000-7000-8000-000000000001.points",
                     *           "to": "lujing~donation.points",
                     *           "amount": 50,
                     *           "category": "donation",
                     *           "memo": "捐给社区",
                     *           "unit": "points",
                     *           "at": "2026-11-23T09:30:00.123456+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000001"
                     *         }
                     *       ],
                     *       "reversals": []
                     *     }
                     */
                    "application/json": components["schemas"]["TransferSet"];
                };
            };
            400: components["responses"]["BadRequestOfCreateLinkedTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateLinkedTransfer"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTransferBatch: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    mode: "atomic" | "independent";
                    entries: {
                        id: components["schemas"]["Uuid"];
                        from: components["schemas"]["AccountId"];
                        to: components["schemas"]["AccountId"];
                        amount: components["schemas"]["Amount"];
                        category: components["schemas"]["Slug"];
                        /** @example 文字 */
                        memo?: string;
                        link?: components["schemas"]["Link"];
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "independent",
                     *       "succeeded": 1,
                     *       "refused": 1,
                     *       "results": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "status": 201,
                     *           "hit": false,
                     *           "transfer": {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 0,
                     *             "kind": "transfer",
                     *             "reversal": false,
                     *             "from": "0190a000-0000-7000-8000-000000000001.points",
                     *             "to": "0190a000-0000-7000-8000-000000000002.points",
                     *             "amount": 20,
                     *             "category": "mutual-help",
                     *             "memo": "感谢帮忙取药",
                     *             "unit": "points",
                     *             "at": "2026-11-23T09:30:00.123456+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000001"
                     *           },
                     *           "problem": null
                     *         },
                     *         {
                     *           "id": "0199f3a2-8e11-7f42-b1a0-6d3c8e9f0a12",
                     *           "status": 409,
                     *           "hit": false,
                     *           "transfer": null,
                     *           "problem": {
                     *             "type": "/problems/ledger/cap-activity",
                     *             "title": "超过单次上限",
                     *             "status": 409,
                     *             "code": "ledger/cap-activity",
                     *             "detail": "每次最多 500，本次为 5000。",
                     *             "params": {
                     *               "limit": 500,
                     *               "amount": 5000
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        mode: "atomic" | "independent";
                        succeeded: number;
                        refused: number;
                        results: {
                            id: components["schemas"]["Uuid"];
                            status: number;
                            hit: boolean;
                            transfer: components["schemas"]["Transfer"] | null;
                            problem: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                    } | (components["schemas"]["DryRunAnswer"] & {
                        answer?: {
                            /** @enum {string} */
                            mode: "atomic" | "independent";
                            succeeded: number;
                            refused: number;
                            results: {
                                id: components["schemas"]["Uuid"];
                                status: number;
                                hit: boolean;
                                transfer: components["schemas"]["Transfer"] | null;
                                problem: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                        } | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfCreateLinkedTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateTransferBatch"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                transferId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *       "entries": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 0,
                     *           "kind": "transfer",
                     *           "reversal": false,
                     *           "from": "0190a000-0000-7000-8000-000000000001.points",
                     *           "to": "0190a000-0000-7000-8000-000000000002.points",
                     *           "amount": 20,
                     *           "category": "mutual-help",
                     *           "memo": "感谢帮忙取药",
                     *           "unit": "points",
                     *           "at": "2026-11-23T09:30:00.123456+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000001"
                     *         }
                     *       ],
                     *       "reversals": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 0,
                     *           "kind": "reversal",
                     *           "reversal": true,
                     *           "from": "0190a000-0000-7000-8000-000000000002.points",
                     *           "to": "0190a000-0000-7000-8000-000000000001.points",
                     *           "amount": 20,
                     *           "category": "mutual-help",
                     *           "memo": "转错了人",
                     *           "unit": "points",
                     *           "at": "2026-11-23T11:02:07.000004+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000003"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TransferSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reverseTransfer: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                transferId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    memo?: string;
                    /** @default false */
                    force?: boolean;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "accepted": true,
                     *       "refusals": [],
                     *       "answer": {
                     *         "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *         "entries": [
                     *           {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 0,
                     *             "kind": "transfer",
                     *             "reversal": false,
                     *             "from": "0190a000-0000-7000-8000-000000000001.points",
                     *             "to": "0190a000-0000-7000-8000-000000000002.points",
                     *             "amount": 20,
                     *             "category": "mutual-help",
                     *             "memo": "感谢帮忙取药",
                     *             "unit": "points",
                     *             "at": "2026-11-23T09:30:00.123456+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000001"
                     *           }
                     *         ],
                     *         "reversals": [
                     *           {
                     *             "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *             "leg": 0,
                     *             "kind": "reversal",
                     *             "reversal": true,
                     *             "from": "0190a000-0000-7000-8000-000000000002.points",
                     *             "to": "0190a000-0000-7000-8000-000000000001.points",
                     *             "amount": 20,
                     *             "category": "mutual-help",
                     *             "memo": "转错了人",
                     *             "unit": "points",
                     *             "at": "2026-11-23T11:02:07.000004+08:00",
                     *             "by": "0190a000-0000-7000-8000-000000000003"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["TransferSet"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *       "entries": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 0,
                     *           "kind": "transfer",
                     *           "reversal": false,
                     *           "from": "0190a000-0000-7000-8000-000000000001.points",
                     *           "to": "0190a000-0000-7000-8000-000000000002.points",
                     *           "amount": 20,
                     *           "category": "mutual-help",
                     *           "memo": "感谢帮忙取药",
                     *           "unit": "points",
                     *           "at": "2026-11-23T09:30:00.123456+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000001"
                     *         }
                     *       ],
                     *       "reversals": [
                     *         {
                     *           "id": "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
                     *           "leg": 0,
                     *           "kind": "reversal",
                     *           "reversal": true,
                     *           "from": "0190a000-0000-7000-8000-000000000002.points",
                     *           "to": "0190a000-0000-7000-8000-000000000001.points",
                     *           "amount": 20,
                     *           "category": "mutual-help",
                     *           "memo": "转错了人",
                     *           "unit": "points",
                     *           "at": "2026-11-23T11:02:07.000004+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000003"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TransferSet"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfReverseTransfer"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createHold: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "0190a000-0000-7000-8000-000000000001.points",
                 *       "to": "0190a000-0000-7000-8000-000000000002.points",
                 *       "amount": 200,
                 *       "category": "booking",
                 *       "link": {
                 *         "type": "booking",
                 *         "id": "A-1024"
                 *       },
                 *       "expiresInSeconds": 3600
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    from: components["schemas"]["AccountId"];
                    to: components["schemas"]["AccountId"];
                    amount: components["schemas"]["Amount"];
                    category: components["schemas"]["Slug"];
                    /** @example 文字 */
                    memo?: string;
                    link?: components["schemas"]["Link"];
                    expiresInSeconds: number;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "accepted": true,
                     *       "refusals": [],
                     *       "answer": {
                     *         "id": "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56",
                     *         "from": "0190a000-0000-7000-8000-000000000001.points",
                     *         "to": "0190a000-0000-7000-8000-000000000002.points",
                     *         "amount": 200,
                     *         "category": "booking",
                     *         "unit": "points",
                     *         "link": {
                     *           "type": "booking",
                     *           "id": "A-1024"
                     *         },
                     *         "state": "open",
                     *         "createdAt": "2026-11-23T09:35:00+08:00",
                     *         "expiresAt": "2026-11-23T10:35:00+08:00",
                     *         "by": "0190a000-0000-7000-8000-000000000001"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Hold"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56",
                     *       "from": "0190a000-0000-7000-8000-000000000001.points",
                     *       "to": "0190a000-0000-7000-8000-000000000002.points",
                     *       "amount": 200,
                     *       "category": "booking",
                     *       "unit": "points",
                     *       "link": {
                     *         "type": "booking",
                     *         "id": "A-1024"
                     *       },
                     *       "state": "open",
                     *       "createdAt": "2026-11-23T09:35:00+08:00",
                     *       "expiresAt": "2026-11-23T10:35:00+08:00",
                     *       "by": "0190a000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequestOfCreateTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateLinkedTransfer"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                holdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56",
                     *       "from": "0190a000-0000-7000-8000-000000000001.points",
                     *       "to": "0190a000-0000-7000-8000-000000000002.points",
                     *       "amount": 200,
                     *       "category": "booking",
                     *       "unit": "points",
                     *       "link": {
                     *         "type": "booking",
                     *         "id": "A-1024"
                     *       },
                     *       "state": "open",
                     *       "createdAt": "2026-11-23T09:35:00+08:00",
                     *       "expiresAt": "2026-11-23T10:35:00+08:00",
                     *       "by": "0190a000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                side?: "out" | "in";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56",
                     *           "from": "0190a000-0000-7000-8000-000000000001.points",
                     *           "to": "0190a000-0000-7000-8000-000000000002.points",
                     *           "amount": 200,
                     *           "category": "booking",
                     *           "unit": "points",
                     *           "link": {
                     *             "type": "booking",
                     *             "id": "A-1024"
                     *           },
                     *           "state": "open",
                     *           "createdAt": "2026-11-23T09:35:00+08:00",
                     *           "expiresAt": "2026-11-23T10:35:00+08:00",
                     *           "by": "0190a000-0000-7000-8000-000000000001"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Hold"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postHold: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                holdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 180
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    amount?: components["schemas"]["Amount"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "accepted": true,
                     *       "refusals": [],
                     *       "answer": {
                     *         "id": "0199f3a2-8e11-7f42-b1a0-6d3c8e9f0a12",
                     *         "leg": 0,
                     *         "kind": "hold-post",
                     *         "reversal": false,
                     *         "from": "0190a000-0000-7000-8000-000000000001.points",
                     *         "to": "0190a000-0000-7000-8000-000000000002.points",
                     *         "amount": 180,
                     *         "category": "booking",
                     *         "unit": "points",
                     *         "link": {
                     *           "type": "booking",
                     *           "id": "A-1024"
                     *         },
                     *         "at": "2026-11-23T09:50:00.000001+08:00",
                     *         "by": "0190a000-0000-7000-8000-000000000003"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-8e11-7f42-b1a0-6d3c8e9f0a12",
                     *       "leg": 0,
                     *       "kind": "hold-post",
                     *       "reversal": false,
                     *       "from": "0190a000-0000-7000-8000-000000000001.points",
                     *       "to": "0190a000-0000-7000-8000-000000000002.points",
                     *       "amount": 180,
                     *       "category": "booking",
                     *       "unit": "points",
                     *       "link": {
                     *         "type": "booking",
                     *         "id": "A-1024"
                     *       },
                     *       "at": "2026-11-23T09:50:00.000001+08:00",
                     *       "by": "0190a000-0000-7000-8000-000000000003"
                     *     }
                     */
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfPostHold"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    voidHold: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                holdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56",
                     *       "from": "0190a000-0000-7000-8000-000000000001.points",
                     *       "to": "0190a000-0000-7000-8000-000000000002.points",
                     *       "amount": 200,
                     *       "category": "booking",
                     *       "unit": "points",
                     *       "link": {
                     *         "type": "booking",
                     *         "id": "A-1024"
                     *       },
                     *       "state": "voided",
                     *       "createdAt": "2026-11-23T09:35:00+08:00",
                     *       "expiresAt": "2026-11-23T10:35:00+08:00",
                     *       "by": "0190a000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["Hold"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Hold"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfVoidHold"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEarnRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: components["schemas"]["Text"];
                            category: components["schemas"]["Slug"];
                            unit: components["schemas"]["UnitCode"];
                            rate: number;
                            /** @example 文字 */
                            per: string;
                            quantityMax: number;
                            caps: {
                                /** @enum {string} */
                                period: "activity" | "day" | "week" | "month" | "year";
                                limit: number;
                            }[];
                            pool: components["schemas"]["Slug"];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createReward: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description The resident, or their account in the rule's unit. */
                    to: components["schemas"]["Uuid"] | components["schemas"]["AccountId"];
                    rule: string;
                    quantity: number;
                    /** @example 文字 */
                    memo?: string;
                    link?: components["schemas"]["Link"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfCreateReward"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateReward"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateReward"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fundPool: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                poolAccountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    amount: components["schemas"]["Amount"];
                    /** @example 文字 */
                    memo?: string;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfFundPool"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPendingEarnClaims: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EarnClaim"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createEarnClaim: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    rule: string;
                    quantity: number;
                    /** @example 文字 */
                    memo?: string;
                    evidence?: components["schemas"]["Link"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["EarnClaim"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarnClaim"];
                };
            };
            400: components["responses"]["BadRequestOfCreateEarnClaim"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateEarnClaim"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEarnClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                claimId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarnClaim"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEarnClaims: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EarnClaim"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptEarnClaim: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                claimId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfCreateEarnClaim"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateReward"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfAcceptEarnClaim"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rejectEarnClaim: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                claimId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarnClaim"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["EarnClaim"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfRejectEarnClaim"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfRejectEarnClaim"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCatalogueItems: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
                active?: "true" | "false";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueItem"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCatalogueItem: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "community": "lujing",
                 *       "name": {
                 *         "zh": "理发一次",
                 *         "en": "A haircut"
                 *       },
                 *       "description": {
                 *         "zh": "周末社区服务站，凭兑换码",
                 *         "en": "At the community's station on weekends; show the voucher"
                 *       },
                 *       "unit": "points",
                 *       "price": 30,
                 *       "stock": 40,
                 *       "perPerson": {
                 *         "period": "month",
                 *         "limit": 1
                 *       },
                 *       "cancelWindowMinutes": 1440
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @default null */
                    description?: {
                        /** @example 文字 */
                        zh: string;
                        /** @example 文字 */
                        en: string;
                    } | null;
                    unit: components["schemas"]["UnitCode"];
                    /** @description Points for one piece, in the unit's minor unit. */
                    price: number;
                    /** @default null */
                    stock?: number | null;
                    /** @default null */
                    perPerson?: {
                        /** @enum {string} */
                        period: "day" | "week" | "month" | "year";
                        limit: number;
                    } | null;
                    /** @default null */
                    cancelWindowMinutes?: number | null;
                    /** @default null */
                    provider?: components["schemas"]["Uuid"] | null;
                    /** @default true */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["CatalogueItem"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            400: components["responses"]["BadRequestOfCreateCatalogueItem"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCatalogueItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                itemId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateCatalogueItem: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                itemId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": 25,
                 *       "perPerson": {
                 *         "period": "month",
                 *         "limit": 2
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: components["schemas"]["Text"];
                    description?: {
                        /** @example 文字 */
                        zh: string;
                        /** @example 文字 */
                        en: string;
                    } | null;
                    /** @description Points for one piece, in the unit's minor unit. */
                    price?: number;
                    perPerson?: {
                        /** @enum {string} */
                        period: "day" | "week" | "month" | "year";
                        limit: number;
                    } | null;
                    cancelWindowMinutes?: number | null;
                    provider?: components["schemas"]["Uuid"] | null;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateCatalogueItem"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    adjustCatalogueStock: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                itemId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    delta: number;
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["StockAdjustment"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockAdjustment"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfAdjustCatalogueStock"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRedemption: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "item": "0199f3a2-a001-7c11-8d2e-4f5a6b7c8d90",
                 *       "quantity": 1,
                 *       "expectedPrice": 25
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    item: components["schemas"]["Uuid"];
                    /** @default 1 */
                    quantity?: number;
                    /** @description The price of one piece that the buyer has been shown. */
                    expectedPrice: number;
                    account?: components["schemas"]["AccountId"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Redemption"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            400: components["responses"]["BadRequestOfCreateRedemption"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateRedemption"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRedemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                redemptionId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRedemptions: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Redemption"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fulfilRedemption: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                redemptionId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    voucher?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Redemption"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfFulfilRedemption"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfFulfilRedemption"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelRedemption: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                redemptionId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    memo?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Redemption"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCancelRedemption"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPaymentRequest: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    from: components["schemas"]["AccountId"];
                    to: components["schemas"]["AccountId"];
                    amount: components["schemas"]["Amount"];
                    category: components["schemas"]["Slug"];
                    /** @example 文字 */
                    memo?: string;
                    expiresInSeconds: number;
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["PaymentRequest"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
            400: components["responses"]["BadRequestOfCreateTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreatePaymentRequest"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPaymentRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                requestId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPaymentRequests: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                side?: "incoming" | "outgoing";
                state?: "open" | "expired" | "ended";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>` */
                accountId: components["schemas"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaymentRequest"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptPaymentRequest: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                requestId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description `dryRun=true` 的试算结果 · what `dryRun=true` answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["Transfer"] | null;
                    };
                };
            };
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfAcceptPaymentRequest"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rejectPaymentRequest: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                requestId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["PaymentRequest"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfRejectPaymentRequest"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelPaymentRequest: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                requestId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["PaymentRequest"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfRejectPaymentRequest"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Uuid"];
                        roles: ("resident" | "guardian" | "steward" | "provider" | "fund-reviewer" | "fund-treasurer" | "poll-officer" | "auditor" | "district-admin")[];
                        communities: components["schemas"]["Slug"][];
                        resident: (components["schemas"]["Resident"] | components["schemas"]["ErasedResident"]) | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCommunities: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Community"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCommunity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["Slug"];
                    name: components["schemas"]["Text"];
                    /** @example 文字 */
                    address?: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Community"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOfCreateCommunity"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCommunity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Community"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateCommunity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    name?: components["schemas"]["Text"];
                    address?: string | null;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Community"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBuildings: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Building"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBuilding: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    name: string;
                    /** @example 文字 */
                    address?: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Building"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateCommunity"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                building?: components["schemas"]["Uuid"];
                use?: "residential" | "commercial" | "parking";
                areaSource?: "registry" | "surveyed" | "contract";
                /** @description A resident or organisation that owns a share. */
                owner?: components["schemas"]["Uuid"];
                /** @description `true`: units without an owner, the developer's; `false`: the others. */
                unowned?: "true" | "false";
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unit"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "buildingId": "0199f3a2-a002-7c12-8d2e-4f5a6b7c8d91",
                 *       "number": "3-1-502",
                 *       "area": 8950,
                 *       "areaSource": "registry",
                 *       "owners": [
                 *         {
                 *           "residentId": "0190a000-0000-7000-8000-000000000001",
                 *           "shareBps": 5000
                 *         },
                 *         {
                 *           "residentId": "0190a000-0000-7000-8000-000000000002",
                 *           "shareBps": 5000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    buildingId: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    number: string;
                    /** @description Area in 0.01 m²: 89.50 m² is 8950. */
                    area: number;
                    /** @enum {string} */
                    areaSource: "registry" | "surveyed" | "contract";
                    /**
                     * @default residential
                     * @enum {string}
                     */
                    use?: "residential" | "commercial" | "parking";
                    /**
                     * @description Shares sum to 10000; empty for the developer's unsold units.
                     * @default []
                     */
                    owners?: components["schemas"]["Owner"][];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequestOfCreateUnit"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateUnit"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unitId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unitId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "owners": [
                 *         {
                 *           "residentId": "0190a000-0000-7000-8000-000000000002",
                 *           "shareBps": 10000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Area in 0.01 m²: 89.50 m² is 8950. */
                    area?: number;
                    /** @enum {string} */
                    areaSource?: "registry" | "surveyed" | "contract";
                    /** @enum {string} */
                    use?: "residential" | "commercial" | "parking";
                    /** @description Shares sum to 10000; empty for the developer's unsold units. */
                    owners?: components["schemas"]["Owner"][];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateUnit"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfUpdateUnit"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUnitVersions: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unitId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitVersion"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listResidents: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Resident"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createResident: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    name: string;
                    birthDate?: components["schemas"]["LocalDate"];
                    /** @description E.164, or a mainland China mobile number of 11 digits. */
                    phone?: string;
                    /** @enum {string} */
                    sex?: "female" | "male" | "other";
                    unitId?: components["schemas"]["Uuid"];
                    /** @default [] */
                    languages?: string[];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resident"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfUpdateUnit"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchResidents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Part of the name.
                     * @example 文字
                     */
                    name?: string;
                    /** @description The last digits, at least four. */
                    phone?: string;
                    unitId?: components["schemas"]["Uuid"];
                    /** @default 20 */
                    limit?: number;
                    cursor?: components["schemas"]["Cursor"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Resident"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfSearchResidents"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getResident: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resident"] | components["schemas"]["ErasedResident"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateResident: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "13800000003"
                 *     }
                 */
                "application/json": {
                    /** @example 文字 */
                    name?: string;
                    birthDate?: components["schemas"]["LocalDate"] | null;
                    phone?: string | null;
                    sex?: ("female" | "male" | "other") | null;
                    unitId?: components["schemas"]["Uuid"] | null;
                    languages?: string[];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resident"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfUpdateUnit"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getResidentData: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    eraseResident: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "forfeit": true,
                 *       "reason": "own-request"
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    forfeit?: boolean;
                    /**
                     * @default own-request
                     * @enum {string}
                     */
                    reason?: "own-request" | "moved-away" | "deceased" | "recorded-in-error";
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedResident"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfEraseResident"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createHousehold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "members": [
                 *         "0190a000-0000-7000-8000-000000000001",
                 *         "0190a000-0000-7000-8000-000000000002"
                 *       ]
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    unitId?: components["schemas"]["Uuid"];
                    members: components["schemas"]["Uuid"][];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateHousehold"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                householdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    moveHousehold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                householdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unitId": "0199f3a2-a003-7c13-8d2e-4f5a6b7c8d92"
                 *     }
                 */
                "application/json": {
                    unitId: components["schemas"]["Uuid"] | null;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfMoveHousehold"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addHouseholdMember: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                householdId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "residentId": "0199f3a2-a004-7c14-8d2e-4f5a6b7c8d93"
                 *     }
                 */
                "application/json": {
                    residentId: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateHousehold"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeHouseholdMember: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                householdId: components["schemas"]["Uuid"];
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organisation"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    name: string;
                    /** @enum {string} */
                    kind: "property-company" | "owners-committee" | "association" | "business" | "public";
                    /** @description Unified social credit code (GB 32100), 18 characters. */
                    creditCode?: string;
                    /** @default [] */
                    representatives?: components["schemas"]["Uuid"][];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateOrganisation"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateOrganisation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "representatives": [
                 *         "0190a000-0000-7000-8000-000000000002"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example 文字 */
                    name?: string;
                    /** @enum {string} */
                    kind?: "property-company" | "owners-committee" | "association" | "business" | "public";
                    creditCode?: string | null;
                    representatives?: components["schemas"]["Uuid"][];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateOrganisation"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRoleGrants: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                subject: components["schemas"]["Uuid"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoleGrant"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "0190a000-0000-7000-8000-000000000002",
                 *       "role": "steward",
                 *       "communities": [
                 *         "lujing"
                 *       ]
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    subject: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    role: "resident" | "guardian" | "steward" | "provider" | "fund-reviewer" | "fund-treasurer" | "poll-officer" | "auditor" | "district-admin";
                    /** @description Empty only for district-admin. */
                    communities: components["schemas"]["Slug"][];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrant"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateOrganisation"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                grantId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrant"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProxies: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                person?: components["schemas"]["Uuid"];
                proxy?: components["schemas"]["Uuid"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Proxy"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createProxy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    person: components["schemas"]["Uuid"];
                    proxy: components["schemas"]["Uuid"];
                    scopes: ("residents" | "ledger" | "timebank" | "parking" | "polls" | "fund" | "services")[];
                    validFrom: components["schemas"]["Instant"];
                    validUntil: components["schemas"]["Instant"];
                    /** @example 文字 */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proxy"];
                };
            };
            400: components["responses"]["BadRequestOfCreateProxy"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCreateProxy"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeProxy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                proxyId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proxy"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listKinships: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                resident: components["schemas"]["Uuid"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Kinship"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recordKinship: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "a": "0190a000-0000-7000-8000-000000000002",
                 *       "b": "0190a000-0000-7000-8000-000000000001",
                 *       "kind": "child"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    a: components["schemas"]["Uuid"];
                    b: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    kind: "spouse" | "parent" | "child" | "sibling" | "grandparent" | "grandchild" | "other";
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kinship"];
                };
            };
            400: components["responses"]["BadRequestOfCreateProxy"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfRecordKinship"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endKinship: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                kinshipId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kinship"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    importRoll: {
        parameters: {
            query?: {
                /** @description `true` 只试算、不写入 · `true` rehearses and writes nothing */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        /** @description 最多 4194304 字节 · at most 4194304 bytes */
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollReport"] | (components["schemas"]["DryRunAnswer"] & {
                        answer?: components["schemas"]["RollReport"] | null;
                    });
                };
            };
            400: components["responses"]["BadRequestOfImportRoll"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLargeOfImportRoll"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableOfImportRoll"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    /** @description Left out: the person who asks, or for whom the caller acts. */
                    recipient?: components["schemas"]["Uuid"];
                    /** @description For stewards: whose hours pay; left out, the recipient's. */
                    requester?: components["schemas"]["Uuid"];
                    /**
                     * @default own-hours
                     * @enum {string}
                     */
                    payer?: "own-hours" | "care-pool";
                    /** @default false */
                    phone?: boolean;
                    category: components["schemas"]["Slug"];
                    from: components["schemas"]["Instant"];
                    /** @description Not included. */
                    until: components["schemas"]["Instant"];
                    /** @description Estimate; no more than this is ever credited. */
                    minutes: number;
                    /** @default [] */
                    skills?: components["schemas"]["Slug"][];
                    /**
                     * @description Preferred sex of the volunteer.
                     * @enum {string}
                     */
                    sex?: "female" | "male" | "other";
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    urgency?: "normal" | "urgent";
                    /** @description Geohash of at most five characters (about 4.9 km). */
                    area?: string;
                    address?: {
                        unitId?: components["schemas"]["Uuid"];
                        /** @example 文字 */
                        directions?: string;
                    };
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfCreateOrder"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfCreateOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOrders: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                as: "recipient" | "volunteer";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOpenOrders: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publishOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfPublishOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfPublishOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    matchOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "volunteer": "0190a000-0000-7000-8000-000000000002"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    volunteer: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfMatchOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfPublishOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfCreateOrder"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfAcceptOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdrawAcceptance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfWithdrawAcceptance"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfWithdrawAcceptance"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportNoShow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfReportNoShow"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    issueCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "check-in"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    purpose: "check-in" | "check-out";
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeCode"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfPublishOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "048213",
                 *       "place": "wtqw"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description One-time code of the other side; stewards need none. */
                    code?: string;
                    /** @description For stewards: when it happened, as told by phone or on paper. */
                    at?: components["schemas"]["Instant"];
                    /** @description Geohash of at most five characters (about 4.9 km). */
                    place?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfCheckIn"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "730155"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description One-time code of the other side; stewards need none. */
                    code?: string;
                    /** @description For stewards: when it happened, as told by phone or on paper. */
                    at?: components["schemas"]["Instant"];
                    /** @description Geohash of at most five characters (about 4.9 km). */
                    place?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfCheckOut"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correctOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    checkedInAt: components["schemas"]["Instant"];
                    checkedOutAt: components["schemas"]["Instant"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfCorrectOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirmOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfConfirmOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    settleOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfWithdrawAcceptance"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disputeOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfDisputeOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    minutes: number;
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfResolveDispute"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rateOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    stars: number;
                    /** @example 文字 */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: components["schemas"]["Uuid"];
                        /** @enum {string} */
                        side: "recipient" | "volunteer";
                        stars: number;
                    };
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfRateOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    eraseOrderPlaces: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                orderId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: components["schemas"]["Uuid"];
                        /** @constant */
                        erased: true;
                    };
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfPublishOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOffers: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Offer"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOffer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "community": "lujing",
                 *       "skills": [
                 *         "reading"
                 *       ],
                 *       "areas": [
                 *         "wtqw"
                 *       ],
                 *       "availability": [
                 *         {
                 *           "start": "2026-12-05T09:00:00",
                 *           "zone": "Asia/Shanghai",
                 *           "minutes": 120,
                 *           "rule": "FREQ=WEEKLY;BYDAY=SA"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    skills: components["schemas"]["Slug"][];
                    areas: string[];
                    availability: {
                        /**
                         * @description DTSTART: local time of the first beginning, in `zone`.
                         * @example 2026-11-30T09:00
                         */
                        start: string;
                        zone: string;
                        minutes: number;
                        /**
                         * @description RRULE; left out, it is once.
                         * @example FREQ=WEEKLY;BYDAY=MO,WE
                         */
                        rule?: string;
                        /** @description First local day on which it may begin. */
                        validFrom?: components["schemas"]["LocalDate"];
                        /** @description First local day on which it may not begin any more. */
                        validUntil?: components["schemas"]["LocalDate"];
                    }[];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateOffer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                offerId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "withdrawn"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    state?: "open" | "withdrawn";
                    skills?: components["schemas"]["Slug"][];
                    areas?: string[];
                    availability?: {
                        /**
                         * @description DTSTART: local time of the first beginning, in `zone`.
                         * @example 2026-11-30T09:00
                         */
                        start: string;
                        zone: string;
                        minutes: number;
                        /**
                         * @description RRULE; left out, it is once.
                         * @example FREQ=WEEKLY;BYDAY=MO,WE
                         */
                        rule?: string;
                        /** @description First local day on which it may begin. */
                        validFrom?: components["schemas"]["LocalDate"];
                        /** @description First local day on which it may not begin any more. */
                        validUntil?: components["schemas"]["LocalDate"];
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    giveHours: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "0190a000-0000-7000-8000-000000000002",
                 *       "minutes": 60
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    to: components["schemas"]["Uuid"];
                    minutes: components["schemas"]["Amount"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursMoved"];
                };
            };
            400: components["responses"]["BadRequestOfGiveHours"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfGiveHours"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    donateHours: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "community": "lujing",
                 *       "minutes": 60
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    minutes: components["schemas"]["Amount"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursMoved"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfDonateHours"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    grantSeedHours: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    to: components["schemas"]["Uuid"];
                    minutes: components["schemas"]["Amount"];
                    /** @example 文字 */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursMoved"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateReward"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfGrantSeedHours"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    setCareFlag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    listed: boolean;
                    /** @example 文字 */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareFlag"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimebankMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recordGroupService: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "community": "lujing",
                 *       "category": "canteen",
                 *       "from": "2026-12-01T09:00:00+08:00",
                 *       "until": "2026-12-01T11:00:00+08:00",
                 *       "volunteers": [
                 *         "0190a000-0000-7000-8000-000000000001",
                 *         "0190a000-0000-7000-8000-000000000002"
                 *       ]
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    category: components["schemas"]["Slug"];
                    from: components["schemas"]["Instant"];
                    until: components["schemas"]["Instant"];
                    volunteers: components["schemas"]["Uuid"][];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupService"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateReward"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfRecordGroupService"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: string;
                        items: components["schemas"]["PolicyProfile"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    explainPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "redeem",
                 *       "person": "0190a000-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    act: "redeem" | "give" | "serve";
                    /** @description Who redeems, gives or serves. */
                    person: components["schemas"]["Uuid"];
                    /** @description For whom they redeem, to whom they give, whom they serve. */
                    other?: components["schemas"]["Uuid"];
                    minutes?: number;
                    /** @description When; left out, now. */
                    at?: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: string;
                        allowed: boolean;
                        verdicts: components["schemas"]["Verdict"][];
                    };
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSettlementRuns: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SettlementRun"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSettlementRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                runId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSetAsideOrders: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SetAsideOrder"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListOpenOrders"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMonthStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimebankMonthStatement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            409: components["responses"]["ConflictOfGetMonthStatement"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailableOfGetStatement"];
        };
    };
    getSolvency: {
        parameters: {
            query?: {
                day?: components["schemas"]["LocalDate"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimebankSolvency"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCareStatement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                communityId: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimebankCareStatement"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    openTimebankCalendar: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedAddress"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endTimebankCalendar: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedEnded"];
                };
            };
            400: components["responses"]["BadRequestOfRemoveHouseholdMember"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTimebankCalendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 上次答复的 ETag；未变则 304 · of the last answer; 304 if unchanged
                 * @example "3q2-7w"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description `<secret>.ics`, from the feed's address. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description 未变 · unchanged */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFoundOfCreateOrder"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listLots: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkingLot"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createLot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "community": "lujing",
                 *       "kind": "owned",
                 *       "name": {
                 *         "zh": "一期地下车库",
                 *         "en": "Garage 1"
                 *       },
                 *       "at": {
                 *         "latE6": 30002000,
                 *         "lonE6": 120580000
                 *       },
                 *       "heightCm": 210,
                 *       "price": {
                 *         "unit": "points",
                 *         "steps": [
                 *           {
                 *             "untilMinutes": null,
                 *             "everyMinutes": 30,
                 *             "amount": 5
                 *           }
                 *         ],
                 *         "dayCap": 60
                 *       }
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    /** @enum {string} */
                    kind: "owned" | "pooled";
                    /** @description Left out: the district's. */
                    zone?: string;
                    name: components["schemas"]["Text"];
                    at: components["schemas"]["Point"];
                    /**
                     * @description Has a charger.
                     * @default false
                     */
                    ev?: boolean;
                    /**
                     * @description Highest vehicle that fits.
                     * @default 600
                     */
                    heightCm?: number;
                    /** @description Left out: the district's. */
                    price?: components["schemas"]["PricePlan"];
                    capacity?: number;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingLot"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateLot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCreateLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLot: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                lotId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingLot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfGetLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateLot: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                lotId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "closed"
                 *     }
                 */
                "application/json": {
                    price?: components["schemas"]["PricePlan"];
                    capacity?: number;
                    /** @enum {string} */
                    state?: "open" | "closed";
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingLot"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfGetLot"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfUpdateLot"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSpaces: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                lotId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkingSpace"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfCreateLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSpace: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                lotId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "B1-017",
                 *       "owner": "0190a000-0000-7000-8000-000000000001",
                 *       "ev": true,
                 *       "heightCm": 210
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    label: string;
                    /** @description Left out: a common space. */
                    owner?: components["schemas"]["Uuid"];
                    /**
                     * @description Has a charger.
                     * @default false
                     */
                    ev?: boolean;
                    /**
                     * @description Highest vehicle that fits.
                     * @default 600
                     */
                    heightCm?: number;
                    /** @description Left out: the lot's, else the district's. */
                    price?: components["schemas"]["PricePlan"];
                    decision?: components["schemas"]["ParkingDecision"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpace"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfGetLot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCreateSpace"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSpace: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                spaceId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpace"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfGetLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSpace: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                spaceId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "availability": {
                 *         "rules": [
                 *           {
                 *             "start": "2026-12-01T19:00",
                 *             "zone": "Asia/Shanghai",
                 *             "minutes": 720,
                 *             "rule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                 *             "exclude": [
                 *               "2026-12-31"
                 *             ]
                 *           }
                 *         ],
                 *         "overrides": [
                 *           {
                 *             "from": "2027-01-01T00:00:00+08:00",
                 *             "until": "2027-01-04T00:00:00+08:00",
                 *             "open": true
                 *           }
                 *         ]
                 *       },
                 *       "approval": "auto"
                 *     }
                 */
                "application/json": {
                    availability?: components["schemas"]["ParkingAvailability"];
                    price?: components["schemas"]["PricePlan"];
                    /** @enum {string} */
                    approval?: "auto" | "owner";
                    /**
                     * @description Bookings made before stay as they are.
                     * @enum {string}
                     */
                    state?: "open" | "withdrawn";
                    /** @description For officers: what allows a common space to be booked. */
                    decision?: components["schemas"]["ParkingDecision"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSpace"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfUpdateSpace"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFreeBusy: {
        parameters: {
            query: {
                /** @description 起始（含）· from, inclusive */
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                spaceId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingFreeBusy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfGetLot"];
            422: components["responses"]["UnprocessableContentOfGetFreeBusy"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSpaceBookings: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                spaceId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkingBooking"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfGetLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    quoteStay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "space": "0199f3a2-a002-7c12-8d2e-4f5a6b7c8d91",
                 *       "from": "2026-12-01T09:00:00+08:00",
                 *       "until": "2026-12-01T11:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description One of an owned lot; else give `lot`. */
                    space?: components["schemas"]["Uuid"];
                    /** @description A pooled lot; else give `space`. */
                    lot?: components["schemas"]["Uuid"];
                    from: components["schemas"]["Instant"];
                    /** @description Not included. */
                    until: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingQuote"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfGetLot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfQuoteStay"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "space": "0199f3a2-a002-7c12-8d2e-4f5a6b7c8d91",
                 *       "from": "2026-12-01T09:00:00+08:00",
                 *       "until": "2026-12-01T11:00:00+08:00",
                 *       "plate": "浙D12345",
                 *       "expectedPrice": 20
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description One of an owned lot; else give `lot`. */
                    space?: components["schemas"]["Uuid"];
                    /** @description A pooled lot; else give `space`. */
                    lot?: components["schemas"]["Uuid"];
                    from: components["schemas"]["Instant"];
                    /** @description Not included. */
                    until: components["schemas"]["Instant"];
                    /** @description Mainland plate, new-energy plates included. */
                    plate: string;
                    /**
                     * @description Book at once instead of holding.
                     * @default false
                     */
                    confirm?: boolean;
                    /** @description What the caller was shown; another price is refused. */
                    expectedPrice?: number;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfCreateBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCreateBooking"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfGetLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                residentId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkingBooking"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFoundOfGetLot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirmBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfConfirmBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfConfirmBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rejectBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfRejectBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason?: string;
                    /** @enum {string} */
                    as?: "renter" | "owner" | "operator";
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfCancelBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    extendBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-12-01T12:00:00+08:00",
                 *       "expectedPrice": 30
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    until: components["schemas"]["Instant"];
                    /** @description What the caller was shown; another price is refused. */
                    expectedPrice?: number;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfExtendBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfExtendBooking"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    moveBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "space": "0199f3a2-a001-7c11-8d2e-4f5a6b7c8d90",
                 *       "from": "2026-12-01T09:00:00+08:00",
                 *       "until": "2026-12-01T11:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description One of an owned lot; else give `lot`. */
                    space?: components["schemas"]["Uuid"];
                    /** @description A pooled lot; else give `space`. */
                    lot?: components["schemas"]["Uuid"];
                    from: components["schemas"]["Instant"];
                    /** @description Not included. */
                    until: components["schemas"]["Instant"];
                    /** @description What the caller was shown; another price is refused. */
                    expectedPrice?: number;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfMoveBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfMoveBooking"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkInParking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfCheckInParking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkOutParking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfCancelBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportParkingNoShow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfReportParkingNoShow"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disputeBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfRejectBooking"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resolveParkingDispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                bookingId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    refund: number;
                    /**
                     * @default property
                     * @enum {string}
                     */
                    from?: "owner" | "property";
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooking"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCreateTransfer"];
            404: components["responses"]["NotFoundOfGetLot"];
            409: components["responses"]["ConflictOfResolveParkingDispute"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfResolveParkingDispute"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFunds: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fund"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListFunds"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createFund: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    /** @example 文字 */
                    name: string;
                    unit: components["schemas"]["UnitCode"];
                    restriction: components["schemas"]["FundRestriction"];
                    /**
                     * @description Stays in the envelope.
                     * @default 0
                     */
                    reserve?: number;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fund"];
                };
            };
            400: components["responses"]["BadRequestOfCreateFund"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfCreateFund"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFund: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFundMovements: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundMovement"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveFundIncome: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    unit: components["schemas"]["UnitCode"];
                    /**
                     * @description Donation, share of a project's surplus, income of common parts, share of parking fees.
                     * @enum {string}
                     */
                    kind: "donation" | "surplus-share" | "common-parts" | "parking-split";
                    /**
                     * @description Donor, project, common part or car park.
                     * @example 文字
                     */
                    source: string;
                    /**
                     * @description Needed but for donations; each source and period is divided once.
                     * @example 文字
                     */
                    period?: string;
                    gross: number;
                    /**
                     * @description Of common parts: at most the district's share of the gross income.
                     * @default 0
                     */
                    costs?: number;
                    /** @description Basis points of the net income; the rest stays with the source. */
                    shares: {
                        fund: components["schemas"]["Uuid"];
                        bps: number;
                    }[];
                    document?: components["schemas"]["FundDocument"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundIncome"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfReceiveFundIncome"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    donateToFund: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 100
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    amount: components["schemas"]["Amount"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundMovement"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfDonateToFund"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    transferBetweenFunds: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    to: components["schemas"]["Uuid"];
                    amount: components["schemas"]["Amount"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundMovement"];
                };
            };
            400: components["responses"]["BadRequestOfTransferBetweenFunds"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfTransferBetweenFunds"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    chargeAdminCost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    amount: components["schemas"]["Amount"];
                    /** @example 文字 */
                    reason: string;
                    document: components["schemas"]["FundDocument"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundMovement"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfChargeAdminCost"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closeFund: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                fundId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fund"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfCloseFund"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFundCalls: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundCall"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfListFunds"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createFundCall: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    fund: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    title: string;
                    /** @example 文字 */
                    text: string;
                    /** @description One of the fund's purposes, where it has any. */
                    purpose: components["schemas"]["Slug"];
                    opensAt: components["schemas"]["Instant"];
                    closesAt: components["schemas"]["Instant"];
                    /** @description Most that its awards come to together. */
                    budget: number;
                    awardMax: components["schemas"]["Amount"];
                    /** @description Reviewers do not learn who applies. */
                    blind: boolean;
                    reviewersMin: number;
                    criteria: {
                        code: components["schemas"]["Slug"];
                        /** @example 文字 */
                        name: string;
                        weightBps: number;
                    }[];
                    /** @enum {string} */
                    decidedBy: "reviewers" | "residents";
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundCall"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfCreateFundCall"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFundCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundCall"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateFundCall: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "budget": 120000
                 *     }
                 */
                "application/json": {
                    /** @example 文字 */
                    title?: string;
                    /** @example 文字 */
                    text?: string;
                    /** @description One of the fund's purposes, where it has any. */
                    purpose?: components["schemas"]["Slug"];
                    opensAt?: components["schemas"]["Instant"];
                    closesAt?: components["schemas"]["Instant"];
                    /** @description Most that its awards come to together. */
                    budget?: number;
                    awardMax?: components["schemas"]["Amount"];
                    /** @description Reviewers do not learn who applies. */
                    blind?: boolean;
                    reviewersMin?: number;
                    criteria?: {
                        code: components["schemas"]["Slug"];
                        /** @example 文字 */
                        name: string;
                        weightBps: number;
                    }[];
                    /** @enum {string} */
                    decidedBy?: "reviewers" | "residents";
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundCall"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfUpdateFundCall"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stepFundCall: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    command: "publish" | "begin-review" | "publish-shortlist" | "begin-vote" | "propose-awards" | "give-notice" | "conclude" | "complete" | "cancel";
                    /** @example 文字 */
                    reason: string;
                    /** @description For `propose-awards` of a call that residents decide. */
                    decision?: components["schemas"]["FundDecision"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundCall"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfStepFundCall"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    discloseFundCall: {
        parameters: {
            query?: {
                /** @description 返回格式 · format of the answer */
                format?: "json" | "csv" | "360giving";
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Linli-Next-Cursor": components["headers"]["NextCursor"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundCallDisclosure"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfDiscloseFundCall"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    indexFundDisclosure: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundDisclosureIndex"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfDiscloseFundCall"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApplications: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundApplication"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                callId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    title: string;
                    /** @example 文字 */
                    text: string;
                    /** @description In whose name; left out, one's own. */
                    organisation?: components["schemas"]["Uuid"];
                    startsOn: components["schemas"]["LocalDate"];
                    endsOn: components["schemas"]["LocalDate"];
                    /** @description Their sum is what is asked for. */
                    tranches: {
                        amount: components["schemas"]["Amount"];
                        /** @example 文字 */
                        condition: string;
                    }[];
                    /** @default [] */
                    attachments?: {
                        /** @example 文字 */
                        name: string;
                        /**
                         * @description Where the document is kept: an address or a reference of the keeper.
                         * @example 文字
                         */
                        ref: string;
                        sha256: string;
                        /**
                         * @description Tells who applies: not shown in a blind review.
                         * @default true
                         */
                        identifying?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfCreateApplication"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    /** @example 文字 */
                    title?: string;
                    /** @example 文字 */
                    text?: string;
                    startsOn?: components["schemas"]["LocalDate"];
                    endsOn?: components["schemas"]["LocalDate"];
                    /** @description Their sum is what is asked for. */
                    tranches?: {
                        amount: components["schemas"]["Amount"];
                        /** @example 文字 */
                        condition: string;
                    }[];
                    attachments?: {
                        /** @example 文字 */
                        name: string;
                        /**
                         * @description Where the document is kept: an address or a reference of the keeper.
                         * @example 文字
                         */
                        ref: string;
                        sha256: string;
                        /**
                         * @description Tells who applies: not shown in a blind review.
                         * @default true
                         */
                        identifying?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfUpdateApplication"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stepApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    command: "submit" | "appeal" | "withdraw";
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfStepApplication"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decideApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    command: "find-eligible" | "find-ineligible" | "conclude-scoring" | "recommend" | "waitlist" | "reject" | "promote" | "demote" | "uphold" | "dismiss" | "approve" | "award" | "sign" | "start" | "suspend" | "resume" | "close" | "terminate" | "demand-clawback" | "claw-back" | "write-off";
                    /** @example 文字 */
                    reason: string;
                    /** @description For `recommend`: where it differs from what is asked for. */
                    tranches?: {
                        amount: components["schemas"]["Amount"];
                        /** @example 文字 */
                        condition: string;
                    }[];
                    /** @description For `demand-clawback`. */
                    amount?: number;
                    /** @description For `sign`: the agreement. */
                    document?: components["schemas"]["FundDocument"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfDecideApplication"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assignReviewers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    reviewers: components["schemas"]["Uuid"][];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfAssignReviewers"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listScores: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            application: components["schemas"]["Uuid"];
                            reviewer?: components["schemas"]["Uuid"];
                            points: {
                                [key: string]: number;
                            };
                            weighted: number;
                            /** @example 文字 */
                            comment?: string;
                            /** @description False from a recusal on. */
                            counts: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    scoreApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    points: {
                        [key: string]: number;
                    };
                    /** @example 文字 */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundScore"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfScoreApplication"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recuseReviewer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundApplication"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfRecuseReviewer"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listObjections: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundObjection"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    objectToAward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundObjection"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfObjectToAward"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundReport"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfCreateFund"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportOnProject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                applicationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    kind: "interim" | "final";
                    /** @example 文字 */
                    text: string;
                    document: components["schemas"]["FundDocument"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundReport"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfReportOnProject"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showEvidence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                trancheId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    evidence: components["schemas"]["FundDocument"][];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundTranche"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfShowEvidence"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stepTranche: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                trancheId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    command: "approve" | "pay" | "fail" | "retry" | "return";
                    /** @example 文字 */
                    reason: string;
                    /**
                     * @description Of the payment outside the ledger.
                     * @example 文字
                     */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundTranche"];
                };
            };
            400: components["responses"]["BadRequestOfPostHold"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfCreateFund"];
            409: components["responses"]["ConflictOfStepTranche"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPolls: {
        parameters: {
            query: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description 社区代码 · community */
                community: components["schemas"]["Slug"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PollBrief"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPoll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    community: components["schemas"]["Slug"];
                    /** @enum {string} */
                    class: "OWNERS_ORDINARY" | "OWNERS_SPECIAL" | "RESIDENTS_ASSEMBLY" | "SERVICE_CHOICE" | "COMMUNITY_FUND_BUDGET" | "OPINION";
                    title: components["schemas"]["Text"];
                    /**
                     * @description The whole text of the matter.
                     * @example 文字
                     */
                    text: string;
                    /** @description Owners: item of article 278; 6 to 8 are special. */
                    matter?: number;
                    subject?: {
                        /** @description Such as `common-parts-parking`, `service-listing`, `fund-rule`. */
                        purpose: components["schemas"]["Slug"];
                        /**
                         * @description Ids of what it covers; none means everything of the community.
                         * @default []
                         */
                        refs?: string[];
                    };
                    electorate: {
                        /** @constant */
                        kind: "OWNERS";
                        /** @description Organisation that votes for the units not sold. */
                        developer?: components["schemas"]["Uuid"];
                        /**
                         * @description Units on the roll; parking spaces only where the place's rules count them.
                         * @default [
                         *       "residential",
                         *       "commercial"
                         *     ]
                         */
                        uses?: ("residential" | "commercial" | "parking")[];
                    } | {
                        /** @constant */
                        kind: "RESIDENTS";
                    } | {
                        /** @constant */
                        kind: "HOUSEHOLDS";
                    } | {
                        /** @constant */
                        kind: "REPRESENTATIVES";
                        /** @description Of the residents' groups. */
                        representatives: components["schemas"]["Uuid"][];
                    };
                    /** @enum {string} */
                    mode: "named" | "envelope" | "token";
                    /**
                     * @default SEALED
                     * @enum {string}
                     */
                    audit?: "PUBLIC" | "SEALED";
                    question: {
                        /** @constant */
                        kind: "YES_NO";
                    } | {
                        /** @constant */
                        kind: "CHOICE";
                        options: {
                            id: components["schemas"]["Slug"];
                            name: components["schemas"]["Text"];
                            /** @example 文字 */
                            text?: string;
                        }[];
                        /** @default 1 */
                        seats?: number;
                        method: {
                            /** @constant */
                            method: "PLURALITY";
                        } | {
                            /** @constant */
                            method: "APPROVAL";
                            rules?: {
                                min?: number;
                                max?: number;
                            };
                        } | {
                            /** @constant */
                            method: "SCORE";
                            rules: {
                                max: number;
                            };
                        } | {
                            /** @constant */
                            method: "CUMULATIVE";
                            rules: {
                                points: number;
                                maxEach?: number;
                                spendAll?: boolean;
                            };
                        } | {
                            /** @constant */
                            method: "BORDA";
                            rules?: {
                                lastPlace?: 0 | 1;
                                /** @enum {string} */
                                unranked?: "SHARE_THE_REST" | "NOTHING";
                            };
                        } | {
                            /** @constant */
                            method: "COPELAND";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                        } | {
                            /** @constant */
                            method: "MINIMAX";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS" | "OPPOSITION";
                        } | {
                            /** @constant */
                            method: "SCHULZE";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS";
                        } | {
                            /** @constant */
                            method: "RANKED_PAIRS";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS";
                        } | {
                            /** @constant */
                            method: "IRV";
                            rules?: {
                                skippedRanksMax?: number | null;
                                exhaustOnDuplicate?: boolean;
                                /** @enum {string} */
                                quota?: "DROOP" | "HARE";
                                decimals?: number;
                                fractionalThreshold?: boolean;
                                /** @enum {string} */
                                winnersPerRound?: "ONE" | "SEVERAL";
                                firstRoundThreshold?: boolean;
                                continueUntilTwo?: boolean;
                                batchElimination?: boolean;
                            };
                        } | {
                            /** @constant */
                            method: "STV";
                            rules?: {
                                skippedRanksMax?: number | null;
                                exhaustOnDuplicate?: boolean;
                                /** @enum {string} */
                                quota?: "DROOP" | "HARE";
                                decimals?: number;
                                fractionalThreshold?: boolean;
                                /** @enum {string} */
                                winnersPerRound?: "ONE" | "SEVERAL";
                                firstRoundThreshold?: boolean;
                                continueUntilTwo?: boolean;
                                batchElimination?: boolean;
                            };
                        };
                        ties: {
                            /**
                             * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                             * @enum {string}
                             */
                            by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                            /** @description First, who stood better in the latest round that tells them apart. */
                            previousRounds?: boolean;
                        };
                    } | {
                        /** @constant */
                        kind: "BUDGET";
                        projects: {
                            id: components["schemas"]["Slug"];
                            name: components["schemas"]["Text"];
                            /** @example 文字 */
                            text?: string;
                            /** @description Fen. */
                            cost: number;
                            /** @default [] */
                            categories?: components["schemas"]["Slug"][];
                        }[];
                        /** @description Fen. */
                        budget: number;
                        method: {
                            /** @constant */
                            method: "GREEDY";
                            /** @description A project that does not fit is passed over (true) or ends the count. */
                            skip: boolean;
                            threshold?: number;
                        } | {
                            /** @constant */
                            method: "EQUAL_SHARES";
                            /** @enum {string} */
                            completion: "NONE" | "ADD1" | "ADD1U" | "UTILITARIAN";
                            increment?: number;
                            wholeStart?: boolean;
                            untilExhaustive?: boolean;
                            /** @enum {string} */
                            comparison?: "NONE" | "PROJECTS" | "COST";
                        } | {
                            /** @constant */
                            method: "PHRAGMEN";
                            skip: boolean;
                        };
                        ties: {
                            /**
                             * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                             * @enum {string}
                             */
                            by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                            /** @description First, who stood better in the latest round that tells them apart. */
                            previousRounds?: boolean;
                        };
                        /**
                         * @description How many projects a ballot may name.
                         * @default {}
                         */
                        ballot?: {
                            min?: number;
                            max?: number;
                        };
                        prefer?: ("MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST")[];
                        /** @description Of each group at most one. */
                        exclusions?: components["schemas"]["Slug"][][];
                        minimumVotes?: number;
                        categoryLimits?: {
                            [key: string]: number;
                        };
                    };
                    /**
                     * @description Share of the roll that has to take part, beside the law's own.
                     * @default null
                     */
                    quorum?: {
                        num: number;
                        den: number;
                        strict: boolean;
                    } | null;
                    /**
                     * @default [
                     *       "web"
                     *     ]
                     */
                    channels?: ("web" | "phone" | "paper" | "staff" | "proxy")[];
                    /**
                     * @description A ballot may be replaced until close.
                     * @default true
                     */
                    changeable?: boolean;
                    /**
                     * @description People for whom one proxy may vote.
                     * @default 1
                     */
                    proxyPersonsMax?: number;
                    /**
                     * @description Notice of 7 days instead of 15.
                     * @default false
                     */
                    extraordinary?: boolean;
                    /** @description End of the time in which the roll is put right; before opening. */
                    correctUntil: components["schemas"]["Instant"];
                    openAt: components["schemas"]["Instant"];
                    closeAt: components["schemas"]["Instant"];
                    /** @default null */
                    extension?: {
                        days: number;
                        times: number;
                        /** @description The poll goes on while less than this share of the roll has voted. */
                        below: {
                            num: number;
                            den: number;
                            strict: boolean;
                        };
                    } | null;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCreatePoll"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPoll: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updatePoll: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 所修改版本的 ETag · the ETag of the version that is edited
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "extraordinary": false
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    class?: "OWNERS_ORDINARY" | "OWNERS_SPECIAL" | "RESIDENTS_ASSEMBLY" | "SERVICE_CHOICE" | "COMMUNITY_FUND_BUDGET" | "OPINION";
                    title?: components["schemas"]["Text"];
                    /**
                     * @description The whole text of the matter.
                     * @example 文字
                     */
                    text?: string;
                    /** @description Owners: item of article 278; 6 to 8 are special. */
                    matter?: number;
                    subject?: {
                        /** @description Such as `common-parts-parking`, `service-listing`, `fund-rule`. */
                        purpose: components["schemas"]["Slug"];
                        /**
                         * @description Ids of what it covers; none means everything of the community.
                         * @default []
                         */
                        refs?: string[];
                    };
                    electorate?: {
                        /** @constant */
                        kind: "OWNERS";
                        /** @description Organisation that votes for the units not sold. */
                        developer?: components["schemas"]["Uuid"];
                        /**
                         * @description Units on the roll; parking spaces only where the place's rules count them.
                         * @default [
                         *       "residential",
                         *       "commercial"
                         *     ]
                         */
                        uses?: ("residential" | "commercial" | "parking")[];
                    } | {
                        /** @constant */
                        kind: "RESIDENTS";
                    } | {
                        /** @constant */
                        kind: "HOUSEHOLDS";
                    } | {
                        /** @constant */
                        kind: "REPRESENTATIVES";
                        /** @description Of the residents' groups. */
                        representatives: components["schemas"]["Uuid"][];
                    };
                    /** @enum {string} */
                    mode?: "named" | "envelope" | "token";
                    /**
                     * @default SEALED
                     * @enum {string}
                     */
                    audit?: "PUBLIC" | "SEALED";
                    question?: {
                        /** @constant */
                        kind: "YES_NO";
                    } | {
                        /** @constant */
                        kind: "CHOICE";
                        options: {
                            id: components["schemas"]["Slug"];
                            name: components["schemas"]["Text"];
                            /** @example 文字 */
                            text?: string;
                        }[];
                        /** @default 1 */
                        seats?: number;
                        method: {
                            /** @constant */
                            method: "PLURALITY";
                        } | {
                            /** @constant */
                            method: "APPROVAL";
                            rules?: {
                                min?: number;
                                max?: number;
                            };
                        } | {
                            /** @constant */
                            method: "SCORE";
                            rules: {
                                max: number;
                            };
                        } | {
                            /** @constant */
                            method: "CUMULATIVE";
                            rules: {
                                points: number;
                                maxEach?: number;
                                spendAll?: boolean;
                            };
                        } | {
                            /** @constant */
                            method: "BORDA";
                            rules?: {
                                lastPlace?: 0 | 1;
                                /** @enum {string} */
                                unranked?: "SHARE_THE_REST" | "NOTHING";
                            };
                        } | {
                            /** @constant */
                            method: "COPELAND";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                        } | {
                            /** @constant */
                            method: "MINIMAX";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS" | "OPPOSITION";
                        } | {
                            /** @constant */
                            method: "SCHULZE";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS";
                        } | {
                            /** @constant */
                            method: "RANKED_PAIRS";
                            /**
                             * @description What leaving an option out says of it.
                             * @enum {string}
                             */
                            unranked: "LAST" | "NO_OPINION";
                            /** @enum {string} */
                            by: "WINNING_VOTES" | "MARGINS";
                        } | {
                            /** @constant */
                            method: "IRV";
                            rules?: {
                                skippedRanksMax?: number | null;
                                exhaustOnDuplicate?: boolean;
                                /** @enum {string} */
                                quota?: "DROOP" | "HARE";
                                decimals?: number;
                                fractionalThreshold?: boolean;
                                /** @enum {string} */
                                winnersPerRound?: "ONE" | "SEVERAL";
                                firstRoundThreshold?: boolean;
                                continueUntilTwo?: boolean;
                                batchElimination?: boolean;
                            };
                        } | {
                            /** @constant */
                            method: "STV";
                            rules?: {
                                skippedRanksMax?: number | null;
                                exhaustOnDuplicate?: boolean;
                                /** @enum {string} */
                                quota?: "DROOP" | "HARE";
                                decimals?: number;
                                fractionalThreshold?: boolean;
                                /** @enum {string} */
                                winnersPerRound?: "ONE" | "SEVERAL";
                                firstRoundThreshold?: boolean;
                                continueUntilTwo?: boolean;
                                batchElimination?: boolean;
                            };
                        };
                        ties: {
                            /**
                             * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                             * @enum {string}
                             */
                            by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                            /** @description First, who stood better in the latest round that tells them apart. */
                            previousRounds?: boolean;
                        };
                    } | {
                        /** @constant */
                        kind: "BUDGET";
                        projects: {
                            id: components["schemas"]["Slug"];
                            name: components["schemas"]["Text"];
                            /** @example 文字 */
                            text?: string;
                            /** @description Fen. */
                            cost: number;
                            /** @default [] */
                            categories?: components["schemas"]["Slug"][];
                        }[];
                        /** @description Fen. */
                        budget: number;
                        method: {
                            /** @constant */
                            method: "GREEDY";
                            /** @description A project that does not fit is passed over (true) or ends the count. */
                            skip: boolean;
                            threshold?: number;
                        } | {
                            /** @constant */
                            method: "EQUAL_SHARES";
                            /** @enum {string} */
                            completion: "NONE" | "ADD1" | "ADD1U" | "UTILITARIAN";
                            increment?: number;
                            wholeStart?: boolean;
                            untilExhaustive?: boolean;
                            /** @enum {string} */
                            comparison?: "NONE" | "PROJECTS" | "COST";
                        } | {
                            /** @constant */
                            method: "PHRAGMEN";
                            skip: boolean;
                        };
                        ties: {
                            /**
                             * @description List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer.
                             * @enum {string}
                             */
                            by: "CANDIDATE_ORDER" | "SEEDED" | "ASK";
                            /** @description First, who stood better in the latest round that tells them apart. */
                            previousRounds?: boolean;
                        };
                        /**
                         * @description How many projects a ballot may name.
                         * @default {}
                         */
                        ballot?: {
                            min?: number;
                            max?: number;
                        };
                        prefer?: ("MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST")[];
                        /** @description Of each group at most one. */
                        exclusions?: components["schemas"]["Slug"][][];
                        minimumVotes?: number;
                        categoryLimits?: {
                            [key: string]: number;
                        };
                    };
                    /**
                     * @description Share of the roll that has to take part, beside the law's own.
                     * @default null
                     */
                    quorum?: {
                        num: number;
                        den: number;
                        strict: boolean;
                    } | null;
                    /**
                     * @default [
                     *       "web"
                     *     ]
                     */
                    channels?: ("web" | "phone" | "paper" | "staff" | "proxy")[];
                    /**
                     * @description A ballot may be replaced until close.
                     * @default true
                     */
                    changeable?: boolean;
                    /**
                     * @description People for whom one proxy may vote.
                     * @default 1
                     */
                    proxyPersonsMax?: number;
                    /**
                     * @description Notice of 7 days instead of 15.
                     * @default false
                     */
                    extraordinary?: boolean;
                    /** @description End of the time in which the roll is put right; before opening. */
                    correctUntil?: components["schemas"]["Instant"];
                    openAt?: components["schemas"]["Instant"];
                    closeAt?: components["schemas"]["Instant"];
                    /** @default null */
                    extension?: {
                        days: number;
                        times: number;
                        /** @description The poll goes on while less than this share of the roll has voted. */
                        below: {
                            num: number;
                            den: number;
                            strict: boolean;
                        };
                    } | null;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfUpdatePoll"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfUpdatePoll"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    givePollNotice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfGivePollNotice"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCreatePoll"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelPoll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCancelPoll"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correctPollRoll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @description Unit, resident or household. */
                    entry: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCorrectPollRoll"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPollRoll: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RollEntry"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOwnPollEntries: {
        parameters: {
            query?: {
                /** @description Entries of an organisation that the caller represents. */
                organisation?: components["schemas"]["Uuid"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RollEntry"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetEarnClaim"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollRollProof: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
                entryId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollProof"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetPollRollProof"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfGetPollRollProof"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listNamedBallots: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
                entryId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedBallot"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfGetPollRollProof"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    castNamedBallot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
                entryId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choice": {
                 *         "answer": "YES"
                 *       }
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    choice: components["schemas"]["Choice"];
                    /** @description The voter is an organisation that the caller represents. */
                    organisation?: components["schemas"]["Uuid"];
                    /**
                     * @description Other than `web`: entered by an officer.
                     * @default web
                     * @enum {string}
                     */
                    channel?: "web" | "phone" | "paper" | "staff";
                    /** @description For officers: whose ballot they enter. */
                    voter?: components["schemas"]["Uuid"];
                    /**
                     * @description For officers: number of the paper, time of the call.
                     * @example 文字
                     */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedBallot"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCastNamedBallot"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCastNamedBallot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCastNamedBallot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollTurnout: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turnout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    extendPoll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    closeAt: components["schemas"]["Instant"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfExtendPoll"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfExtendPoll"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollTie: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollTie"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfGetPollTie"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    answerPollTie: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seed": "双色球 2026150：03 08 11 17 24 31 + 09"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /**
                     * @description Where the rule is lots by a seed.
                     * @example 文字
                     */
                    seed?: string;
                    /** @description Where the rule is to ask: elected, eliminated, funded or locked first. */
                    chosen?: components["schemas"]["Slug"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfAnswerPollTie"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publishPollResult: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfPublishPollResult"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFoundOfGetPollResult"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollMinutes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollMinutes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfGetPollResult"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recordPollCallback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "0199f3a2-a003-7c13-8d2e-4f5a6b7c8d92",
                 *       "outcome": "confirmed"
                 *     }
                 */
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    entry: components["schemas"]["Uuid"];
                    /** @enum {string} */
                    outcome: "confirmed" | "denied" | "unreachable";
                    /** @example 文字 */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Callback"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfGetPollResult"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPollObjections: {
        parameters: {
            query?: {
                /** @description 每页条数 · rows on a page */
                limit?: number;
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Objection"][];
                        next: components["schemas"]["Cursor"] | null;
                    };
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    objectToPollResult: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfObjectToPollResult"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    answerPollObjection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
                objectionId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    answer: string;
                    upheld: boolean;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfAnswerPollObjection"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    annulPollResult: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。也可在请求体 `id` 中给出；两者都给时必须相同。 UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted. May be given as the body's `id` instead; two must agree.
                 * @example 0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOrId"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                "application/json": {
                    id?: components["schemas"]["Uuid"];
                    /** @example 文字 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Hit": components["headers"]["IdempotencyHit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poll"];
                };
            };
            400: components["responses"]["BadRequestOfReverseTransfer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCancelPoll"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPollBundle: {
        parameters: {
            query?: {
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description `ndjson`: the parts joined are the file to verify. */
                format?: "json" | "ndjson";
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Linli-Next-Cursor": components["headers"]["NextCursor"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The signed document; on the first part only. */
                        head: {
                            bundle: {
                                /** @constant */
                                type: "linli.polls.bundle.v1";
                                district: components["schemas"]["Slug"];
                                poll: components["schemas"]["Uuid"];
                                /** @description Version of the code that counted. */
                                version: string;
                                closedAt: components["schemas"]["Instant"];
                                rules: components["schemas"]["PollRules"];
                                rulesHash: string;
                                rollRoot: string;
                                /** @description No turnout by time: it would order ballots. */
                                turnout: {
                                    /** @description Entries of the roll. */
                                    entitled: number;
                                    /** @description Entries that cast a ballot, or under `token` took a token. */
                                    voted: number;
                                };
                                ballots: {
                                    count: number;
                                    /** @description Root over all leaves (RFC 9162). */
                                    root: string;
                                    tileLeaves: number;
                                    /** @description Roots over each so many ballots, which tell where a fault is. */
                                    tiles: string[];
                                };
                                /** @description SHA-256 of the key under which auditors open a SEALED poll's leaves. */
                                seal?: string;
                                tokenKey?: components["schemas"]["TokenKey"];
                                /** @description What was drawn or answered where the declared rule for ties asks for it. */
                                ties: {
                                    seed?: string;
                                    answers?: {
                                        /** @enum {string} */
                                        purpose: "ELECT" | "ELIMINATE" | "FUND" | "LOCK";
                                        round: number;
                                        tied: number[];
                                        chosen: number;
                                    }[];
                                };
                                result: components["schemas"]["PollResult"];
                            };
                            signature: components["schemas"]["Signature"];
                            key: {
                                /** @constant */
                                kty: "OKP";
                                /** @constant */
                                crv: "Ed25519";
                                x: string;
                                kid: string;
                            };
                            /** @description For auditors of a SEALED poll. */
                            sealKey?: string;
                        } | null;
                        /** @description In the order of their names. */
                        ballots: ({
                            /** @description SHA-256 of the voter's secret or token, base64url. */
                            ballot: string;
                            choice: components["schemas"]["Choice"];
                            /** @description 64 bytes, base64url: the message as prepared (RFC 9474), 32 random bytes and 32 of your own. */
                            token?: string;
                            /** @description 256 bytes, base64url. */
                            signature?: string;
                        } | {
                            /** @description 32 bytes, base64url. */
                            leaf: string;
                        })[];
                        next: components["schemas"]["Cursor"] | null;
                    };
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            404: components["responses"]["NotFoundOfGetPollResult"];
            409: components["responses"]["ConflictOfGetPollBundle"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOpenedPollBundle: {
        parameters: {
            query?: {
                /** @description 上一页返回的 `next` · the `next` of the previous page */
                cursor?: components["schemas"]["Cursor"];
                /** @description `ndjson`: the parts joined are the file to verify. */
                format?: "json" | "ndjson";
            };
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Linli-Next-Cursor": components["headers"]["NextCursor"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The signed document; on the first part only. */
                        head: {
                            bundle: {
                                /** @constant */
                                type: "linli.polls.bundle.v1";
                                district: components["schemas"]["Slug"];
                                poll: components["schemas"]["Uuid"];
                                /** @description Version of the code that counted. */
                                version: string;
                                closedAt: components["schemas"]["Instant"];
                                rules: components["schemas"]["PollRules"];
                                rulesHash: string;
                                rollRoot: string;
                                /** @description No turnout by time: it would order ballots. */
                                turnout: {
                                    /** @description Entries of the roll. */
                                    entitled: number;
                                    /** @description Entries that cast a ballot, or under `token` took a token. */
                                    voted: number;
                                };
                                ballots: {
                                    count: number;
                                    /** @description Root over all leaves (RFC 9162). */
                                    root: string;
                                    tileLeaves: number;
                                    /** @description Roots over each so many ballots, which tell where a fault is. */
                                    tiles: string[];
                                };
                                /** @description SHA-256 of the key under which auditors open a SEALED poll's leaves. */
                                seal?: string;
                                tokenKey?: components["schemas"]["TokenKey"];
                                /** @description What was drawn or answered where the declared rule for ties asks for it. */
                                ties: {
                                    seed?: string;
                                    answers?: {
                                        /** @enum {string} */
                                        purpose: "ELECT" | "ELIMINATE" | "FUND" | "LOCK";
                                        round: number;
                                        tied: number[];
                                        chosen: number;
                                    }[];
                                };
                                result: components["schemas"]["PollResult"];
                            };
                            signature: components["schemas"]["Signature"];
                            key: {
                                /** @constant */
                                kty: "OKP";
                                /** @constant */
                                crv: "Ed25519";
                                x: string;
                                kid: string;
                            };
                            /** @description For auditors of a SEALED poll. */
                            sealKey?: string;
                        } | null;
                        /** @description In the order of their names. */
                        ballots: ({
                            /** @description SHA-256 of the voter's secret or token, base64url. */
                            ballot: string;
                            choice: components["schemas"]["Choice"];
                            /** @description 64 bytes, base64url: the message as prepared (RFC 9474), 32 random bytes and 32 of your own. */
                            token?: string;
                            /** @description 256 bytes, base64url. */
                            signature?: string;
                        } | {
                            /** @description 32 bytes, base64url. */
                            leaf: string;
                        })[];
                        next: components["schemas"]["Cursor"] | null;
                    };
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequestOfListAccounts"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundOfGetPollResult"];
            409: components["responses"]["ConflictOfGetPollBundle"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    castSecretBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "0190a000-0000-7000-8000-000000000001",
                 *       "ballot": "Yw3NKWbEM2aRElRIu7JbT_QSpJxzLbLIq8G4WBvXEN0",
                 *       "choice": {
                 *         "options": [
                 *           "east"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Entry of the roll: the resident's own id, or the household's. */
                    entry: components["schemas"]["Uuid"];
                    /** @description SHA-256 of the voter's secret or token, base64url. */
                    ballot: string;
                    choice: components["schemas"]["Choice"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotReceipt"];
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCastSecretBallot"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCastSecretBallot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCastSecretBallot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeSecretBallot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                 *       "choice": {
                 *         "options": [
                 *           "south"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description 32 random bytes, base64url. */
                    secret: string;
                    choice: components["schemas"]["Choice"];
                };
            };
        };
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotReceipt"];
                };
            };
            400: components["responses"]["BadRequestOfChangeSecretBallot"];
            404: components["responses"]["NotFoundOfChangeSecretBallot"];
            409: components["responses"]["ConflictOfChangeSecretBallot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCastSecretBallot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    issueBallotToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy */
                "Linli-Acting-For"?: components["parameters"]["ActingFor"];
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "0190a000-0000-7000-8000-000000000001",
                 *       "blinded": "AAMKERgfJi00O0JJUFdeZWxzeoGIj5adpKuyucDHztXc4-rx-P8GDRQbIikwNz5FTFNaYWhvdn2Ei5KZoKeutbzDytHY3-bt9PsCCRAXHiUsMzpBSE9WXWRrcnmAh46VnKOqsbi_xs3U2-Lp8Pf-BQwTGiEoLzY9REtSWWBnbnV8g4qRmJ-mrbS7wsnQ197l7PP6AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09rh6O_2_QQLEhkgJy41PENKUVhfZm10e4KJkJeepayzusHIz9bd5Ovy-QAHDhUcIyoxOD9GTVRbYmlwd36FjJOaoaivtr3Ey9LZ4Ofu9Q"
                 *     }
                 */
                "application/json": {
                    /** @description Entry of the roll: the resident's own id, or the household's. */
                    entry: components["schemas"]["Uuid"];
                    /** @description The blinded message: 256 bytes, base64url. */
                    blinded: string;
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poll: components["schemas"]["Uuid"];
                        /** @description 256 bytes, base64url. */
                        blindSignature: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOfUpdateAccount"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOfCastSecretBallot"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfIssueBallotToken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfIssueBallotToken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    castTokenBallot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        /** @description 最多 262144 字节 · at most 262144 bytes */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0-Pw",
                 *       "signature": "AAMKERgfJi00O0JJUFdeZWxzeoGIj5adpKuyucDHztXc4-rx-P8GDRQbIikwNz5FTFNaYWhvdn2Ei5KZoKeutbzDytHY3-bt9PsCCRAXHiUsMzpBSE9WXWRrcnmAh46VnKOqsbi_xs3U2-Lp8Pf-BQwTGiEoLzY9REtSWWBnbnV8g4qRmJ-mrbS7wsnQ197l7PP6AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09rh6O_2_QQLEhkgJy41PENKUVhfZm10e4KJkJeepayzusHIz9bd5Ovy-QAHDhUcIyoxOD9GTVRbYmlwd36FjJOaoaivtr3Ey9LZ4Ofu9Q",
                 *       "choice": {
                 *         "options": [
                 *           "east"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description 64 bytes, base64url: the message as prepared (RFC 9474), 32 random bytes and 32 of your own. */
                    token: string;
                    /** @description 256 bytes, base64url. */
                    signature: string;
                    choice: components["schemas"]["Choice"];
                };
            };
        };
        responses: {
            /** @description 已完成 · done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotReceipt"];
                };
            };
            400: components["responses"]["BadRequestOfChangeSecretBallot"];
            403: components["responses"]["ForbiddenOfCastTokenBallot"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfCastTokenBallot"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContentOfCastSecretBallot"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBallotTokenKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poll: components["schemas"]["Uuid"];
                        /** @constant */
                        suite: "RSABSSA-SHA384-PSS-Randomized";
                        key: components["schemas"]["TokenKey"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOfGetPollBundle"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBallotProof: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                pollId: components["schemas"]["Uuid"];
                /** @description SHA-256 of the voter's secret or token, base64url. */
                ballotName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotProof"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFoundOfGetBallotProof"];
            409: components["responses"]["ConflictOfGetPollBundle"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0",
                     *       "district": "demo",
                     *       "name": {
                     *         "zh": "演示区",
                     *         "en": "Demo district"
                     *       },
                     *       "time": "2026-11-23T01:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        version: string;
                        district: components["schemas"]["Slug"];
                        name: components["schemas"]["Text"];
                        /** Format: date-time */
                        time: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `zh-CN`（默认）或 · or `en`
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 · answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "OKP",
                     *           "crv": "Ed25519",
                     *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                     *           "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                     *           "purpose": "polls"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        keys: {
                            /** @constant */
                            kty: "OKP";
                            /** @constant */
                            crv: "Ed25519";
                            /** @description 32 bytes, base64url. */
                            x: string;
                            /** @description Thumbprint of the key (RFC 7638). */
                            kid: string;
                            /**
                             * @description What it signs: results and receipts of polls; heads of the journal; files of the fund.
                             * @enum {string}
                             */
                            purpose: "polls" | "ledger" | "fund";
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}

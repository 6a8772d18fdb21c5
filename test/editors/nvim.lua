-- Neovim's own LSP client as a foreign editor (from 0.7): problems, card, outline, colours, an edit, an end.
--   [FILE=story] [WORD=surname] [SERVER='node dist/server.cjs --stdio'] nvim --clean --headless -c 'luafile test/editors/nvim.lua'
-- Without FILE and WORD it takes an example. Prints one line of JSON; exits with 1 when something is missing.
local out = { client = string.format('nvim %d.%d.%d', vim.version().major, vim.version().minor, vim.version().patch) }
local root = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')
local file = vim.env.FILE or root .. '/examples/talks-in-the-harbour.txt'
local word = vim.env.WORD or 'Odenwald'

local function converse()
  local buffer = vim.api.nvim_get_current_buf()
  local exited
  local id = assert(vim.lsp.start_client({
    name = 'dateline',
    cmd = vim.split(vim.env.SERVER or 'node ' .. root .. '/dist/server.cjs --stdio', ' '),
    root_dir = root,
    get_language_id = function() return 'news' end,
    on_exit = function(code) exited = code end,
  }))
  local function wait(what, done) assert(vim.wait(15000, done, 20), 'in vain waited for ' .. what) end
  wait('the server', function()
    local client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end)
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)

  local function request(method, params)
    params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params(buffer) }, params or {})
    local replies, failure = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    assert(replies, method .. ': ' .. tostring(failure))
    local reply = assert(replies[id], method .. ': no reply')
    assert(not reply.err and not reply.error, method .. ': ' .. vim.inspect(reply))
    return reply.result
  end

  wait('problems', function() return #vim.diagnostic.get(buffer) > 0 end)
  out.problems = #vim.diagnostic.get(buffer)

  local line, column
  for number, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local start = text:find(word, 1, true)
    if start and not line then line, column = number - 1, start - 1 end
  end
  assert(line, word .. ' is not in the story')
  local position = { line = line, character = column }
  out.card = request('textDocument/hover', { position = position }).contents.value
  assert(out.card:find(word, 1, true), 'the card does not name ' .. word)
  out.definition = request('textDocument/definition', { position = position }).range.start.line
  out.references = #request('textDocument/references', { position = position, context = { includeDeclaration = true } })
  out.outline = vim.tbl_map(function(symbol) return symbol.name end, request('textDocument/documentSymbol'))
  out.tokens = #request('textDocument/semanticTokens/full').data / 5

  -- The standard keys as a user presses them: where the cursor goes, what is listed, what is written.
  local last = vim.api.nvim_buf_line_count(buffer)
  local again
  for number = last, 1, -1 do
    local start = vim.api.nvim_buf_get_lines(buffer, number - 1, number, true)[1]:find(word, 1, true)
    if start and not again then again = { number, start - 1 } end
  end
  vim.api.nvim_win_set_cursor(0, again)
  vim.lsp.buf.definition()
  wait('the introduction', function() return vim.api.nvim_win_get_cursor(0)[1] == out.definition + 1 end)
  vim.lsp.buf.references()
  wait('the list of mentions', function() return #vim.fn.getqflist() == out.references end)
  vim.cmd('cclose')
  vim.api.nvim_win_set_cursor(0, again)
  vim.lsp.buf.rename('Quennelby')
  local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') end
  wait('the new name', function() return text():find('Quennelby', 1, true) end)
  vim.cmd('undo')
  wait('the old name', function() return not text():find('Quennelby', 1, true) end)
  wait('the problems as before', function() return #vim.diagnostic.get(buffer) == out.problems end)

  -- An edit made in the editor must reach the server and come back as a new set of problems.
  vim.api.nvim_buf_set_lines(buffer, -1, -1, true, { '', 'The harbour"s gates were shut.' })
  wait('problems after an edit', function() return #vim.diagnostic.get(buffer) == out.problems + 1 end)

  client.stop()
  wait('the end of the server', function() return exited ~= nil end)
  out.exit = exited
  assert(exited == 0, 'the server ended with ' .. tostring(exited))
end

local function main()
  vim.lsp.set_log_level('warn')
  vim.o.swapfile = false
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.fn.fnamemodify(file, ':p')))
  converse()
end

local done, failure = xpcall(main, debug.traceback)
if not done then out.error = failure end
io.stdout:write(vim.fn.json_encode(out), '\n')
vim.cmd(done and 'qall!' or 'cquit! 1')

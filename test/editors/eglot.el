;; Emacs and eglot as a foreign editor: problems, card, introduction, mentions, outline, rename, an edit, an end.
;;   [FILE=story] [WORD=surname] [SERVER='node dist/server.cjs --stdio'] emacs --batch -Q -l test/editors/eglot.el
;; Without FILE and WORD it takes an example. Prints one line of JSON; exits with 1 when something is missing.
(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa") ; Debian's elpa-eglot; eglot is built in from Emacs 29
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

(defconst root (expand-file-name "../.." (file-name-directory load-file-name)))
(defconst story (or (getenv "FILE") (expand-file-name "examples/talks-in-the-harbour.txt" root)))
(defconst word (or (getenv "WORD") "Odenwald"))
(defconst server (split-string (or (getenv "SERVER") (format "node %s --stdio" (expand-file-name "dist/server.cjs" root)))))
(setq eglot-sync-connect 15 eglot-autoshutdown nil eglot-send-changes-idle-time 0.05 eglot-confirm-server-initiated-edits nil
      create-lockfiles nil make-backup-files nil)

(defun wait (what probe)
  "Give what PROBE gives, as soon as it gives anything; fail after 15 seconds."
  (let ((end (+ (float-time) 15)) value)
    (while (not (setq value (funcall probe)))
      (when (> (float-time) end) (error "In vain waited for %s" what))
      (accept-process-output nil 0.05))
    value))

(defun ask (method &rest params)
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) params)))

(defun converse ()
  (text-mode)
  (add-to-list 'eglot-server-programs `((text-mode :language-id "news") . ,server))
  (apply #'eglot--connect (eglot--guess-contact))
  (wait "the server" #'eglot-current-server)
  (eglot--managed-mode 1)
  (flymake-mode 1)
  (flymake-start)
  (wait "problems" #'flymake-diagnostics)
  (goto-char (point-min))
  (search-forward word)
  (goto-char (match-beginning 0))
  (let* ((problems (length (flymake-diagnostics)))
         (card (plist-get (plist-get (ask :textDocument/hover) :contents) :value))
         (definition (ask :textDocument/definition))
         (references (ask :textDocument/references :context '(:includeDeclaration t)))
         (outline (eglot-imenu)))
    (unless (string-match-p (regexp-quote word) card) (error "The card does not name %s" word))
    (unless definition (error "There is no introduction"))
    (unless (> (length references) 1) (error "There is one mention only"))
    (unless outline (error "There is no outline"))
    (eglot-rename "Quennelby")
    (goto-char (point-min))
    (unless (search-forward "Quennelby" nil t) (error "Nothing was renamed"))
    ;; An edit made in the editor must reach the server and come back as a new set of problems.
    (goto-char (point-max))
    (insert "\nThe harbour\"s gates were shut.\n")
    (wait "problems after an edit"
          (lambda ()
            (eglot--signal-textDocument/didChange)
            (flymake-start)
            (= (length (flymake-diagnostics)) (1+ problems))))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))
    `((client . ,(format "Emacs %s" emacs-version)) (problems . ,problems) (references . ,(length references)) (card . ,card))))

(let ((status 1) (inhibit-message t) out)
  (condition-case failure
      (with-current-buffer (find-file-noselect story)
        (setq out (converse) status 0))
    (error (setq out `((error . ,(error-message-string failure))))))
  (princ (concat (json-encode out) "\n"))
  (kill-emacs status))
